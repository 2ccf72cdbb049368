<h1 class="hidden">{{HEADING}}</h1>
{{>BOX}}
{{#READING}}
<p class="reading">{{READ_AS}}{{#REWORDING}}{{#LINKED}} <a class="rewording" href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{/REWORDING}}</p>
{{/READING}}
{{#SUGGESTION}}
<p class="reading">Vouliez-vous dire <a href="{{HREF}}"><b>{{TEXT}}</b></a>&#8239;?</p>
{{/SUGGESTION}}
<section class="time" aria-labelledby="chronologie">
<h2 id="chronologie" class="hidden">Chronologie</h2>
{{>TIMELINE}}
<div class="range" id="periode">
<div class="dates" role="group" aria-label="Période" aria-describedby="format-dates">
<label for="from">de</label>
<input id="from" name="from" type="text" form="recherche" value="{{FROM}}" size="11" maxlength="10" autocomplete="off" aria-describedby="format-dates">
<label for="to">à</label>
<input id="to" name="to" type="text" form="recherche" value="{{TO}}" size="11" maxlength="10" autocomplete="off" aria-describedby="format-dates">
<button type="submit" form="recherche">Appliquer</button>
<small id="format-dates">par exemple 2012, 12/2012 ou 05/12/2012</small>
</div>
{{#SCALES}}
<p class="choices">{{#SCALE}}<a href="{{HREF}}">{{TEXT}}</a> · {{/SCALE}}{{#INTERVAL}}{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b aria-current="true">{{TEXT}}</b>{{/CURRENT}}{{#INTERVAL_separator}} · {{/INTERVAL_separator}}{{/INTERVAL}}{{#HAS_UNDATED}} · {{UNDATED}}{{/HAS_UNDATED}}{{#COMPARISON}} · <a href="{{HREF}}">{{TEXT}}</a>{{/COMPARISON}}</p>
{{/SCALES}}
</div>
</section>
<div class="columns">
<section class="filters" aria-labelledby="filtres">
<h2 id="filtres" class="hidden">Filtres</h2>
<a class="skip" href="#resultats">Passer les filtres</a>
{{#TAGS}}
<ul class="tags" aria-label="Filtres actifs">
{{#TAG}}
<li><a href="{{HREF}}"><span class="hidden">Retirer </span>{{TEXT}} <span aria-hidden="true">×</span></a></li>
{{/TAG}}
{{#NO_FILTER}}
<li><a class="all" href="{{NO_FILTER_HREF}}">Tout retirer</a></li>
{{/NO_FILTER}}
</ul>
{{/TAGS}}
<details class="filters-switch"><summary>{{FILTERS_SUMMARY}}</summary></details>
<div class="facets">
{{#FACET}}
<section id="facette-{{FACET}}" aria-labelledby="titre-{{FACET}}">
<h3 id="titre-{{FACET}}">{{FACET_TITLE}}</h3>
<ul class="of-{{FACET}}">
{{#ENTRY}}
<li class="depth-{{DEPTH}}{{#SELECTED}} on{{/SELECTED}}"><a href="{{HREF}}"{{#SELECTED}} aria-current="true"{{/SELECTED}}><span class="label">{{LABEL}}{{#HAS_NOTE}} <small>{{NOTE}}</small>{{/HAS_NOTE}}</span> <span class="count">{{COUNT}}</span>{{#SELECTED}}<span class="hidden">, filtre actif, le retirer</span>{{/SELECTED}}<svg class="share" width="100%" height="2" aria-hidden="true"><rect class="whole" width="100%" height="1"/><rect class="part" width="{{SHARE}}%" height="2"/></svg></a></li>
{{/ENTRY}}
</ul>
{{#MORE}}
<p class="more"><a href="{{HREF}}">{{TEXT}}…<span class="hidden"> pour {{FACET_TITLE}}</span></a>{{#BY}} <a href="{{HREF}}"><span class="hidden">Ministres </span>{{TEXT}}</a>{{/BY}}</p>
{{/MORE}}
</section>
{{/FACET}}
</div>
</section>
<section class="results" aria-labelledby="resultats">
<div class="summary">
<h2 id="resultats">{{RESULTS_TITLE}}</h2>
{{#SORTS}}
<p class="choices"><span class="hidden">Ordre&nbsp;: </span>{{#SORT}}{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b aria-current="true">{{TEXT}}</b>{{/CURRENT}}{{#SORT_separator}} · {{/SORT_separator}}{{/SORT}}</p>
{{/SORTS}}
{{#FOLDING}}
<p class="choices">{{#FOLD}}<a href="{{HREF}}">{{TEXT}}</a>{{/FOLD}}</p>
{{/FOLDING}}
{{#MENU}}
<details class="menu">
<summary>Suivre, exporter</summary>
<ul>
<li>Suivre cette recherche&nbsp;: {{#FEEDS}}<a href="{{ATOM_HREF}}">Atom</a>, <a href="{{JSON_HREF}}">JSON</a>{{/FEEDS}}</li>
{{#EXPORTS}}
<li>Exporter&nbsp;: {{#EXPORT}}<a href="{{HREF}}">{{TEXT}}</a>{{#EXPORT_separator}}, {{/EXPORT_separator}}{{/EXPORT}}</li>
{{/EXPORTS}}
</ul>
</details>
{{/MENU}}
</div>
{{>HITS}}
{{#EMPTY}}
<div class="empty">
<p>{{EXPLANATION}}</p>
<ul>
{{#WAY_OUT}}
<li>{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}</li>
{{/WAY_OUT}}
</ul>
</div>
{{/EMPTY}}
{{#PAGES}}
<nav class="pages" aria-label="Pages de résultats">
<ul>
{{#PREVIOUS}}
<li><a href="{{PREVIOUS_HREF}}" rel="prev">Précédents</a></li>
{{/PREVIOUS}}
{{#PAGE}}
<li>{{#GAP}}<span>…</span>{{/GAP}}{{#NUMBER}}{{#LINKED}}<a href="{{HREF}}"><span class="hidden">Page </span>{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b aria-current="page"><span class="hidden">Page </span>{{TEXT}}</b>{{/CURRENT}}{{/NUMBER}}</li>
{{/PAGE}}
{{#NEXT}}
<li><a href="{{NEXT_HREF}}" rel="next">Suivants</a></li>
{{/NEXT}}
</ul>
</nav>
{{/PAGES}}
{{#SIZES}}
<p class="choices">Textes par page&nbsp;: {{#SIZE}}{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b aria-current="true">{{TEXT}}</b>{{/CURRENT}}{{#SIZE_separator}} · {{/SIZE_separator}}{{/SIZE}}</p>
{{/SIZES}}
</section>
</div>
