<h1 class="hidden">Rechercher dans les archives de la parole publique</h1>
{{>BOX}}
<p class="reading">Par exemple&nbsp;: {{#EXAMPLE}}<a href="{{HREF}}">{{QUERY}}</a>{{#EXAMPLE_separator}} · {{/EXAMPLE_separator}}{{/EXAMPLE}} · <a href="/aide">comment chercher</a></p>
{{#COVERAGE}}
<section class="time" aria-labelledby="chronologie">
<h2 id="chronologie">Ce que l’archive contient</h2>
{{/COVERAGE}}
{{>TIMELINE}}
{{#COVERAGE}}
</section>
{{/COVERAGE}}
<div class="columns">
<section class="aside" aria-labelledby="archive">
<h2 id="archive">L’archive</h2>
<dl class="pairs">
{{#FACT}}
<div><dt>{{NAME}}</dt><dd>{{VALUE}}</dd></div>
{{/FACT}}
</dl>
<h3>Sites</h3>
<ul class="entries">
{{#SOURCE}}
<li><a href="{{HREF}}">{{LABEL}}</a> <span class="count">{{COUNT}}</span></li>
{{/SOURCE}}
</ul>
</section>
<section class="results" aria-labelledby="resultats">
<div class="summary">
<h2 id="resultats">Derniers textes</h2>
<p class="choices">Suivre l’archive&nbsp;: {{#FEEDS}}<a href="{{ATOM_HREF}}">Atom</a>, <a href="{{JSON_HREF}}">JSON</a>{{/FEEDS}}</p>
</div>
{{>HITS}}
{{#EMPTY}}
<p class="empty">L’archive est encore vide.</p>
{{/EMPTY}}
</section>
</div>
