<div class="page">
<p class="back"><a href="{{BACK_HREF}}"><span aria-hidden="true">← </span>Revenir aux résultats</a></p>
<h1>{{TITLE}}</h1>
<form class="search" action="/valeurs" method="get" role="search">
<label for="like">Chercher parmi {{COUNT}}</label>
<div class="box">
<input id="like" name="like" type="search" value="{{LIKE}}" autocomplete="off" spellcheck="false">
<button type="submit">Chercher</button>
</div>
<input type="hidden" name="facet" value="{{FACET}}">
{{#KEPT}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEPT}}
{{#GROUPED}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/GROUPED}}
</form>
{{#GROUPINGS}}
<p class="choices">{{#GROUPING}}{{#LINKED}}<a href="{{HREF}}">{{TEXT}}</a>{{/LINKED}}{{#CURRENT}}<b aria-current="true">{{TEXT}}</b>{{/CURRENT}}{{#GROUPING_separator}} · {{/GROUPING_separator}}{{/GROUPING}}</p>
{{/GROUPINGS}}
<form action="/" method="get">
{{#KEPT}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEPT}}
{{#CHOSEN}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/CHOSEN}}
{{#IS_CUT}}
<p>{{CUT}}</p>
{{/IS_CUT}}
{{#NONE}}
<p class="empty">Aucune valeur ne contient ces mots.</p>
{{/NONE}}
{{#GROUP}}
<fieldset class="group">
<legend>{{#TITLED}}{{GROUP_TITLE}}{{/TITLED}}<span class="hidden"> {{TITLE}}</span></legend>
<ul class="entries wide of-{{FACET}}">
{{#ENTRY}}
<li class="depth-{{DEPTH}}"><label><input type="checkbox" name="{{FACET}}" value="{{VALUE}}"{{#SELECTED}} checked{{/SELECTED}}> <span>{{LABEL}}{{#HAS_NOTE}} <small>{{NOTE}}</small>{{/HAS_NOTE}}</span></label> <span class="count">{{COUNT}}</span></li>
{{/ENTRY}}
</ul>
</fieldset>
{{/GROUP}}
<p class="apply"><button type="submit">Appliquer ces choix</button></p>
</form>
</div>
