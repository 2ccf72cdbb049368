<a class="skip" href="#apres-graphique">Passer le graphique</a>
<svg class="bars" width="100%" height="{{DRAWING_HEIGHT}}" role="group" aria-label="{{DESCRIPTION}}">
<text class="peak" x="{{PEAK_X}}%" y="{{PEAK_Y}}" aria-hidden="true">{{PEAK}}</text>
{{#BAR}}
{{#VALUE}}{{#LINKED}}<a href="{{HREF}}" aria-label="{{TEXT}}" data-from="{{FROM}}" data-to="{{TO}}"{{#SELECTED}} class="on" aria-current="true"{{/SELECTED}}><title>{{TEXT}}</title><rect class="slot" x="{{SLOT_X}}%" y="0" width="{{SLOT_WIDTH}}%" height="{{BASELINE}}"/><rect class="bar" x="{{X}}%" y="{{Y}}" width="{{WIDTH}}%" height="{{HEIGHT}}"/></a>{{/LINKED}}{{#CURRENT}}<g aria-hidden="true" data-from="{{FROM}}" data-to="{{TO}}"{{#SELECTED}} class="on"{{/SELECTED}}><rect class="slot" x="{{SLOT_X}}%" y="0" width="{{SLOT_WIDTH}}%" height="{{BASELINE}}"/><rect class="bar" x="{{X}}%" y="{{Y}}" width="{{WIDTH}}%" height="{{HEIGHT}}"/></g>{{/CURRENT}}{{/VALUE}}
{{/BAR}}
<g aria-hidden="true">
<line class="axis" x1="0" x2="100%" y1="{{BASELINE}}" y2="{{BASELINE}}"/>
{{#SELECTION}}
<rect class="selection" x="{{X}}%" y="{{BASELINE}}" width="{{WIDTH}}%" height="4"/>
{{/SELECTION}}
{{#LABEL}}
<g{{#MINOR}} class="minor"{{/MINOR}}><line x1="{{X}}%" x2="{{X}}%" y1="{{BASELINE}}" y2="{{TICK_END}}"/><text{{#EDGE}} class="edge"{{/EDGE}} x="{{X}}%" y="{{LABEL_Y}}">{{TEXT}}</text></g>
{{/LABEL}}
</g>
{{#TERM}}
<a class="term{{#SELECTED}} on{{/SELECTED}}" href="{{HREF}}" aria-label="{{TEXT}}"><title>{{TEXT}}</title><rect class="slot" x="{{X}}%" y="{{TERM_SLOT_Y}}" width="{{WIDTH}}%" height="28"/><rect class="bar" x="{{X}}%" y="{{TERM_Y}}" width="{{WIDTH}}%" height="3"/>{{#NAMED}}<text{{#MINOR}} class="minor"{{/MINOR}}{{#MIDDLE}} class="middle"{{/MIDDLE}} x="{{X}}%" y="{{TERM_LABEL_Y}}">{{NAME}}</text>{{/NAMED}}</a>
{{/TERM}}
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
