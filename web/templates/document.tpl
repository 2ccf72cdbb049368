<p class="back"><a href="{{BACK_HREF}}"><span aria-hidden="true">← </span>{{BACK_TEXT}}</a></p>
<article class="document">
<header>
<h1{{#LONG}} class="long"{{/LONG}}>{{#TITLE}}{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}{{/TITLE}}</h1>
<p class="facts">{{BYLINE}}</p>
</header>
<div class="text">
{{#HAS_PASSAGES}}
<nav class="found" aria-label="Passages trouvés" data-passages="{{COUNT}}">{{PASSAGES}}&nbsp;: {{#GO}}<a href="{{HREF}}">{{TEXT}}</a>{{#GO_separator}} · {{/GO_separator}}{{/GO}}</nav>
{{/HAS_PASSAGES}}
{{#GROUP}}
{{#PARAGRAPHS}}
{{#BLOCK}}
<p{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{>WORDS}}</p>
{{/BLOCK}}
{{/PARAGRAPHS}}
{{#HEADINGS}}
{{#BLOCK}}
<h2{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{>WORDS}}</h2>
{{/BLOCK}}
{{/HEADINGS}}
{{#LIST}}
<ul>
{{#BLOCK}}
<li{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{>WORDS}}</li>
{{/BLOCK}}
</ul>
{{/LIST}}
{{#CELLS}}
<ul class="cells">
{{#BLOCK}}
<li{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{>WORDS}}</li>
{{/BLOCK}}
</ul>
{{/CELLS}}
{{#CAPTIONS}}
{{#BLOCK}}
<p class="caption"{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{>WORDS}}</p>
{{/BLOCK}}
{{/CAPTIONS}}
{{#QUOTES}}
<blockquote>
{{#BLOCK}}
<p{{#PASSAGE}} id="passage-{{NUMBER}}"{{/PASSAGE}}>{{>WORDS}}</p>
{{/BLOCK}}
</blockquote>
{{/QUOTES}}
{{/GROUP}}
{{#PARTS}}
<nav class="pages" aria-label="Parties du texte">
<ul>
<li><span>Parties du texte&nbsp;:</span></li>
{{#PART}}
<li>{{#LINKED}}<a href="{{HREF}}"><span class="hidden">Partie </span>{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b aria-current="page"><span class="hidden">Partie </span>{{TEXT}}</b>{{/CURRENT}}</li>
{{/PART}}
{{#NEXT}}
<li><a href="{{NEXT_HREF}}" rel="next">Suite du texte</a></li>
{{/NEXT}}
</ul>
</nav>
{{/PARTS}}
</div>
<aside class="about" aria-label="À propos de ce texte">
<dl>
<dt>Date</dt>
<dd>{{#DATED}}{{#VALUE}}{{#LINKED}}<a href="{{HREF}}"><time datetime="{{MACHINE_DATE}}">{{TEXT}}</time></a>{{/LINKED}}{{/VALUE}}{{/DATED}}{{#UNDATED}}{{#VALUE}}{{TEXT}}{{/VALUE}}{{/UNDATED}}{{#HAS_DATE_PROVENANCE}}<small>{{DATE_PROVENANCE}}</small>{{/HAS_DATE_PROVENANCE}}</dd>
{{#MINISTERS}}
<dt>{{ROLE}}</dt>
{{#MINISTER}}
<dd><a href="{{HREF}}">{{NAME}}</a>{{#HAS_OFFICE}} <i>{{OFFICE}}</i>{{/HAS_OFFICE}}</dd>
{{/MINISTER}}
{{#OTHERS}}
<dd>
<details><summary>et {{COUNT}}</summary>
<ul>
{{#MINISTER}}
<li><a href="{{HREF}}">{{NAME}}</a>{{#HAS_OFFICE}} <i>{{OFFICE}}</i>{{/HAS_OFFICE}}</li>
{{/MINISTER}}
</ul>
</details>
</dd>
{{/OTHERS}}
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
{{#SIMILAR}}
<section class="similar" aria-labelledby="proches">
<h2 id="proches">Textes proches</h2>
<ul>
{{#NEAR}}
<li><a href="{{HREF}}">{{#FRAGMENT}}{{PLAIN_TEXT}}{{/FRAGMENT}}</a> <small>{{#DATED}}<time datetime="{{MACHINE_DATE}}">{{DATE}}</time>{{/DATED}}{{#UNDATED}}{{DATE}}{{/UNDATED}}{{#MINISTER}} · {{NAME}}{{/MINISTER}}{{#HAS_OTHERS}} {{OTHERS}}{{/HAS_OTHERS}} · {{SHARED}}</small></li>
{{/NEAR}}
</ul>
</section>
{{/SIMILAR}}
</article>
