<a class="skip" href="#apres-graphique">Passer le graphique</a>
<svg class="bars" width="100%" height="{{DRAWING_HEIGHT}}" role="group" aria-label="{{DESCRIPTION}}">
<text class="peak" x="{{PEAK_X}}%" y="{{PEAK_Y}}" aria-hidden="true">{{PEAK}}</text>
{{#BAR}}
{{#VALUE}}{{#LINKED}}<a href="{{HREF}}" aria-label="{{TEXT}}" data-from="{{FROM}}" data-to="{{TO}}"{{#SELECTED}} class="on" aria-current="true"{{/SELECTED}}><title>{{TEXT}}</title><rect class="slot" x="{{SLOT_X}}%" y="0" width="{{SLOT_WIDTH}}%" height="{{BASELINE}}"/><rect class="bar" x="{{X}}%" y="{{Y}}" width="{{WIDTH}}%" height="{{HEIGHT}}"/></a>{{/LINKED}}{{#CURRENT}}<g aria-hidden="true" data-from="{{FROM}}" data-to="{{TO}}"{{#SELECTED}} class="on"{{/SELECTED}}><rect class="slot" x="{{SLOT_X}}%" y="0" width="{{SLOT_WIDTH}}%" height="{{BASELINE}}"/><rect class="bar" x="{{X}}%" y="{{Y}}" width="{{WIDTH}}%" height="{{HEIGHT}}"/></g>{{/CURRENT}}{{/VALUE}}
{{/BAR}}
{{>AXIS}}
</svg>
<details class="table" id="apres-graphique">
<summary>En tableau</summary>
<table>
<caption>{{DESCRIPTION}}</caption>
<thead><tr><th scope="col">{{COLUMN}}</th><th scope="col">Textes</th></tr></thead>
<tbody>
{{#BAR}}
<tr><th scope="row">{{PERIOD}}</th><td>{{COUNT}}</td></tr>
{{/BAR}}
</tbody>
</table>
</details>
