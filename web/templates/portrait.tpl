{{>BOX}}
<header class="portrait">
<p class="kind">{{KIND}}</p>
<h1>{{NAME}}</h1>
<p class="facts">{{SUMMARY}} · <a href="{{SEARCH_HREF}}">tous ces textes</a> · suivre ces textes&nbsp;: {{#FEEDS}}<a href="{{ATOM_HREF}}">Atom</a>, <a href="{{JSON_HREF}}">JSON</a>{{/FEEDS}}</p>
</header>
<section class="time" aria-labelledby="chronologie">
<h2 id="chronologie" class="hidden">Au fil du temps</h2>
{{>TIMELINE}}
</section>
<div class="columns">
<section class="aside" aria-labelledby="autour">
<h2 id="autour" class="hidden">Autour de ces textes</h2>
{{#RELATED}}
<h3>{{FACET_TITLE}}</h3>
<ul class="entries of-{{FACET}}">
{{#ENTRY}}
<li class="depth-{{DEPTH}}"><a href="{{HREF}}">{{LABEL}}</a> <span class="count">{{COUNT}}</span></li>
{{/ENTRY}}
</ul>
{{/RELATED}}
</section>
<div class="results">
{{#ROWS}}
<section class="rows" aria-labelledby="rangs">
<h2 id="rangs">{{ROWS_TITLE}}</h2>
<ul>
{{#ROW}}
<li><span>{{#WHAT}}{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b>{{TEXT}}</b>{{/CURRENT}}{{/WHAT}}{{#BESIDE}}, {{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<i>{{TEXT}}</i>{{/CURRENT}}{{/BESIDE}}</span> <small>{{PERIOD}}</small></li>
{{/ROW}}
</ul>
</section>
{{/ROWS}}
{{#WORDS}}
<section class="rows" aria-labelledby="mots">
<h2 id="mots">Mots caractéristiques</h2>
<p class="facts">{{NOTE}}.</p>
<p class="words">{{#WORD}}<a href="{{HREF}}">{{TEXT}}</a>{{#WORD_separator}} · {{/WORD_separator}}{{/WORD}}</p>
</section>
{{/WORDS}}
{{#LATEST}}
<h2>Derniers textes</h2>
{{/LATEST}}
{{>HITS}}
</div>
</div>
