<h1 class="hidden">{{HEADING}}</h1>
<form id="recherche" class="search" action="/" method="get" role="search">
<label class="hidden" for="q">Rechercher dans les archives</label>
<div class="box">
<input id="q" name="q" type="search" value="{{Q}}" placeholder="Mots, nom ou phrase" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
<button type="submit">Rechercher</button>
</div>
{{#KEPT}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEPT}}
</form>
{{#READING}}
<p class="reading">{{READ_AS}}{{#REWORDING}}{{#LINKED}} <a class="rewording" href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{/REWORDING}}</p>
{{/READING}}
{{#SUGGESTION}}
<p class="reading">Vouliez-vous dire <a href="{{HREF}}"><b>{{TEXT}}</b></a>&#8239;?</p>
{{/SUGGESTION}}
{{#EXAMPLES}}
<p class="reading">Par exemple&nbsp;: {{#EXAMPLE}}<a href="{{HREF}}">{{TEXT}}</a>{{#EXAMPLE_separator}} · {{/EXAMPLE_separator}}{{/EXAMPLE}}</p>
{{/EXAMPLES}}
<section class="time" aria-labelledby="chronologie">
<h2 id="chronologie" class="hidden">Chronologie</h2>
{{#TIMELINE}}
<a class="skip" href="#periode">Passer le graphique</a>
<svg class="bars" width="100%" height="{{DRAWING_HEIGHT}}" role="group" aria-label="{{DESCRIPTION}}">
<text class="peak" x="{{PEAK_X}}%" y="{{PEAK_Y}}" aria-hidden="true">{{PEAK}}</text>
{{#BAR}}
<a href="{{HREF}}" aria-label="{{TEXT}}"{{#SELECTED}} class="on" aria-current="true"{{/SELECTED}}><title>{{TEXT}}</title><rect class="slot" x="{{SLOT_X}}%" y="0" width="{{SLOT_WIDTH}}%" height="{{BASELINE}}"/><rect class="bar" x="{{X}}%" y="{{Y}}" width="{{WIDTH}}%" height="{{HEIGHT}}"/></a>
{{/BAR}}
<g aria-hidden="true">
<line class="axis" x1="0" x2="100%" y1="{{BASELINE}}" y2="{{BASELINE}}"/>
{{#SELECTION}}
<rect class="selection" x="{{X}}%" y="{{BASELINE}}" width="{{WIDTH}}%" height="4"/>
{{/SELECTION}}
{{#LABEL}}
<g{{#MINOR}} class="minor"{{/MINOR}}><line x1="{{X}}%" x2="{{X}}%" y1="{{BASELINE}}" y2="{{TICK_END}}"/><text x="{{X}}%" y="{{LABEL_Y}}">{{TEXT}}</text></g>
{{/LABEL}}
</g>
</svg>
{{/TIMELINE}}
<div class="range" id="periode">
<div class="dates" role="group" aria-label="Période" aria-describedby="format-dates">
<label for="from">de</label>
<input id="from" name="from" form="recherche" value="{{FROM}}" size="11" maxlength="10" autocomplete="off" aria-describedby="format-dates">
<label for="to">à</label>
<input id="to" name="to" form="recherche" value="{{TO}}" size="11" maxlength="10" autocomplete="off" aria-describedby="format-dates">
<button type="submit" form="recherche">Appliquer</button>
<small id="format-dates">par exemple 2012, 12/2012 ou 05/12/2012</small>
</div>
{{#TIMELINE}}
<p class="choices">{{#INTERVAL}}{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b aria-current="true">{{TEXT}}</b>{{/CURRENT}}{{#INTERVAL_separator}} · {{/INTERVAL_separator}}{{/INTERVAL}}{{#HAS_UNDATED}} · {{UNDATED}}{{/HAS_UNDATED}}</p>
<details class="table">
<summary>En tableau</summary>
<table>
<caption>{{DESCRIPTION}}</caption>
<thead><tr><th scope="col">{{COLUMN}}</th><th scope="col">Textes</th></tr></thead>
<tbody>
{{#BAR}}
<tr><th scope="row"><a href="{{HREF}}">{{PERIOD}}</a></th><td>{{COUNT}}</td></tr>
{{/BAR}}
</tbody>
</table>
</details>
{{/TIMELINE}}
</div>
</section>
<div class="columns">
<section class="filters" aria-labelledby="filtres">
<h2 id="filtres" class="hidden">Filtres</h2>
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
<ul>
{{#ENTRY}}
<li class="depth-{{DEPTH}}{{#SELECTED}} on{{/SELECTED}}"><a href="{{HREF}}"{{#SELECTED}} aria-current="true"{{/SELECTED}}><span class="label">{{LABEL}}</span> <span class="count">{{COUNT}}</span>{{#SELECTED}}<span class="hidden">, filtre actif, le retirer</span>{{/SELECTED}}<svg class="share" width="100%" height="2" aria-hidden="true"><rect class="whole" width="100%" height="1"/><rect class="part" width="{{SHARE}}%" height="2"/></svg></a></li>
{{/ENTRY}}
</ul>
{{#MORE}}
<p class="more"><a href="{{HREF}}#facette-{{FACET}}">{{TEXT}}<span class="hidden"> pour {{FACET_TITLE}}</span></a></p>
{{/MORE}}
{{#FEWER}}
<p class="more"><a href="{{FEWER_HREF}}#facette-{{FACET}}">Raccourcir la liste<span class="hidden"> pour {{FACET_TITLE}}</span></a></p>
{{/FEWER}}
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
</div>
{{#RESULTS}}
<ol start="{{FIRST_RANK}}">
{{#HIT}}
<li>
<h3><a href="{{HREF}}">{{#TITLE}}{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}{{/TITLE}}</a></h3>
{{#PASSAGE}}
<p class="passage">{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</p>
{{/PASSAGE}}
<p class="facts">{{#DATED}}<time datetime="{{MACHINE_DATE}}">{{DATE}}</time>{{/DATED}}{{#UNDATED}}{{DATE}}{{/UNDATED}}{{#HAS_TYPE}} · {{TYPE}}{{/HAS_TYPE}}{{#MINISTER}} · <a href="{{HREF}}">{{NAME}}</a>{{#HAS_OFFICE}} <i>{{OFFICE}}</i>{{/HAS_OFFICE}}{{/MINISTER}}{{#HAS_OTHERS}} {{OTHERS}}{{/HAS_OTHERS}}{{#THEME}} · <a href="{{HREF}}">{{TEXT}}</a>{{/THEME}}{{#HAS_SOURCE}} · {{SOURCE}}{{/HAS_SOURCE}}</p>
</li>
{{/HIT}}
</ol>
{{/RESULTS}}
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
<p class="elsewhere"><a href="{{API_HREF}}">Ces résultats en JSON</a></p>
</section>
</div>
