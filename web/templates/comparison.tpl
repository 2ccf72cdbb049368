<div class="page comparison">
<h1>Comparer dans le temps</h1>
<form id="comparaison" action="/comparer" method="get" role="search">
<ol class="compared">
{{#FIELD}}
<li class="series-{{NUMBER}}"><label for="q{{NUMBER}}"><span class="hidden">Recherche </span>{{NUMBER}}</label> <input id="q{{NUMBER}}" name="q" type="search" value="{{Q}}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"></li>
{{/FIELD}}
</ol>
{{#KEPT}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEPT}}
<div class="range">
<div class="dates" role="group" aria-label="Période" aria-describedby="format-dates">
<label for="from">de</label>
<input id="from" name="from" type="text" value="{{FROM}}" size="11" maxlength="10" autocomplete="off" aria-describedby="format-dates">
<label for="to">à</label>
<input id="to" name="to" type="text" value="{{TO}}" size="11" maxlength="10" autocomplete="off" aria-describedby="format-dates">
<label for="interval">points</label>
<select id="interval" name="interval">
{{#INTERVAL}}
<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{TEXT}}</option>
{{/INTERVAL}}
</select>
<button type="submit">Comparer</button>
<small id="format-dates">dates&nbsp;: par exemple 2012, 12/2012 ou 05/12/2012</small>
</div>
</div>
</form>
{{#TAGS}}
<ul class="tags" aria-label="Filtres actifs">
{{#TAG}}
<li><a href="{{HREF}}"><span class="hidden">Retirer </span>{{TEXT}} <span aria-hidden="true">×</span></a></li>
{{/TAG}}
</ul>
{{/TAGS}}
{{#EXAMPLES}}
<p>Écrivez jusqu’à cinq recherches&nbsp;: mots, phrases entre guillemets, noms. La page dessine, par année, par mois ou par jour, la part des textes de l’archive qui répondent à chacune. Une part, et non un nombre&nbsp;: l’archive n’a pas autant de textes de toutes les années.</p>
<p class="reading">Par exemple&nbsp;: {{#EXAMPLE}}<a href="{{HREF}}">{{TEXT}}</a>{{#EXAMPLE_separator}} · {{/EXAMPLE_separator}}{{/EXAMPLE}}</p>
{{/EXAMPLES}}
{{#RESULT}}
{{#DRAWN}}
<section class="time" aria-labelledby="courbes">
<h2 id="courbes">{{DESCRIPTION}}</h2>
<a class="skip" href="#apres-graphique">Passer le graphique</a>
<div class="plot">
<svg class="bars" width="100%" height="{{HEIGHT}}" role="group" aria-label="{{DESCRIPTION}}">
{{>CURVES}}
</svg>
<svg class="ends" height="{{HEIGHT}}" aria-hidden="true">
{{#END}}
<text class="series-{{NUMBER}}" x="4" y="{{Y}}">{{NUMBER}} <tspan>{{TEXT}}</tspan></text>
{{/END}}
</svg>
</div>
</section>
{{/DRAWN}}
<section id="apres-graphique" aria-labelledby="legende">
<h2 id="legende" class="hidden">Recherches comparées</h2>
{{#EMPTY}}
<p class="empty">{{WHY}}</p>
{{/EMPTY}}
<ol class="legend">
{{#QUERY}}
<li class="series-{{NUMBER}}">{{#SAMPLE}}<svg width="36" height="12" aria-hidden="true"><line x1="0" x2="36" y1="6" y2="6"/><use href="#signe-{{NUMBER}}" x="18" y="6"/></svg> {{/SAMPLE}}<b aria-hidden="true">{{NUMBER}}</b> <span><a href="{{HREF}}">{{TEXT}}</a> <span class="count">{{TOTAL}}</span>{{#READING}} <small>{{READ_AS}}</small>{{/READING}}</span></li>
{{/QUERY}}
</ol>
<p class="choices downloads">Télécharger&nbsp;: {{#DOWNLOAD}}<a href="{{HREF}}">{{TEXT}}</a>{{#DOWNLOAD_separator}} · {{/DOWNLOAD_separator}}{{/DOWNLOAD}}</p>
<p class="choices">En gris, le nombre des textes de l’archive{{#IS_LENGTHENED}} · {{LENGTHENED}}{{/IS_LENGTHENED}}{{#HAS_UNDATED}} · {{UNDATED}}{{/HAS_UNDATED}}{{#HAS_LEFT_OUT}} · {{LEFT_OUT}}{{/HAS_LEFT_OUT}}</p>
{{#TABLE}}
<details class="table">
<summary>En tableau</summary>
<section class="wide-table" aria-label="Tableau des parts" tabindex="0">
<table>
<caption>{{DESCRIPTION}}&nbsp;: textes, et leur part de ceux de l’archive</caption>
<thead><tr><th scope="col">{{COLUMN}}</th><th scope="col">Archive</th>{{#QUERY}}<th scope="col">{{TEXT}}</th>{{/QUERY}}</tr></thead>
<tbody>
{{#PERIOD}}
<tr><th scope="row">{{NAME}}</th><td>{{DOCUMENTS}}</td>{{#CELL}}<td>{{#VALUE}}{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}{{TEXT}}{{/CURRENT}}{{/VALUE}}{{#SHARED}} <small>{{SHARE}}</small>{{/SHARED}}</td>{{/CELL}}</tr>
{{/PERIOD}}
</tbody>
</table>
</section>
</details>
{{/TABLE}}
</section>
{{/RESULT}}
</div>
