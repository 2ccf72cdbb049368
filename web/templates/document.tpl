<p class="back"><a href="{{BACK_HREF}}"><span aria-hidden="true">← </span>{{BACK_TEXT}}</a></p>
<article class="document">
<header>
<h1>{{#TITLE}}{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}{{/TITLE}}</h1>
<p class="facts">{{BYLINE}}</p>
</header>
<div class="text">
{{#HAS_PASSAGES}}
<nav class="found" aria-label="Passages trouvés">{{PASSAGES}}&nbsp;: {{#GO}}<a href="{{HREF}}">{{TEXT}}</a> {{/GO}}</nav>
{{/HAS_PASSAGES}}
{{#GROUP}}
{{#PARAGRAPHS}}
{{#BLOCK}}
<p{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</p>
{{/BLOCK}}
{{/PARAGRAPHS}}
{{#HEADINGS}}
{{#BLOCK}}
<h2{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</h2>
{{/BLOCK}}
{{/HEADINGS}}
{{#LIST}}
<ul>
{{#BLOCK}}
<li{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</li>
{{/BLOCK}}
</ul>
{{/LIST}}
{{#CELLS}}
<ul class="cells">
{{#BLOCK}}
<li{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</li>
{{/BLOCK}}
</ul>
{{/CELLS}}
{{#CAPTIONS}}
{{#BLOCK}}
<p class="caption"{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</p>
{{/BLOCK}}
{{/CAPTIONS}}
{{#QUOTES}}
<blockquote>
{{#BLOCK}}
<p{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</p>
{{/BLOCK}}
</blockquote>
{{/QUOTES}}
{{/GROUP}}
</div>
<aside class="about" aria-label="À propos de ce texte">
<dl>
<dt>Date</dt>
<dd>{{#DATED}}{{#VALUE}}{{#LINKED}}<a href="{{HREF}}"><time datetime="{{MACHINE_DATE}}">{{TEXT}}</time></a>{{/LINKED}}{{/VALUE}}{{/DATED}}{{#UNDATED}}{{#VALUE}}{{TEXT}}{{/VALUE}}{{/UNDATED}}{{#HAS_DATE_PROVENANCE}}<small>{{DATE_PROVENANCE}}</small>{{/HAS_DATE_PROVENANCE}}</dd>
{{#MINISTERS}}
<dt>Ministres</dt>
{{#MINISTER}}
<dd><a href="{{HREF}}">{{NAME}}</a>{{#HAS_OFFICE}} <i>{{OFFICE}}</i>{{/HAS_OFFICE}}<small>{{ROLE}}</small></dd>
{{/MINISTER}}
{{/MINISTERS}}
{{#THEMES}}
<dt>Thèmes</dt>
{{#THEME}}
<dd><a href="{{HREF}}">{{TEXT}}</a></dd>
{{/THEME}}
{{/THEMES}}
{{#TYPE}}
<dt>Type</dt>
<dd class="type">{{#VALUE}}<a href="{{HREF}}">{{TEXT}}</a>{{/VALUE}}</dd>
{{/TYPE}}
{{#GOVERNMENT}}
<dt>Gouvernement</dt>
<dd>{{#VALUE}}<a href="{{HREF}}">{{TEXT}}</a>{{/VALUE}}</dd>
{{/GOVERNMENT}}
{{#SOURCE}}
<dt>Source</dt>
<dd>{{#VALUE}}<a href="{{HREF}}">{{TEXT}}</a>{{/VALUE}}</dd>
{{/SOURCE}}
{{#ADDRESS}}
<dt>Adresse d’origine</dt>
<dd class="address">{{#VALUE}}{{#LINKED}}<a href="{{HREF}}" rel="external noopener">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}{{TEXT}}{{/CURRENT}}{{/VALUE}}</dd>
{{/ADDRESS}}
{{#HAS_FIRST_INDEXED}}
<dt>Dans l’archive depuis le</dt>
<dd>{{FIRST_INDEXED}}</dd>
{{/HAS_FIRST_INDEXED}}
<dt>Pour citer ce texte</dt>
<dd><p class="citation">{{CITATION}}</p></dd>
<dd>{{#CITATION_FILE}}<a href="{{HREF}}" rel="nofollow">{{TEXT}}</a>{{#CITATION_FILE_separator}} · {{/CITATION_FILE_separator}}{{/CITATION_FILE}}</dd>
</dl>
<p class="elsewhere"><a href="{{API_HREF}}">Ce texte en JSON</a></p>
</aside>
</article>
