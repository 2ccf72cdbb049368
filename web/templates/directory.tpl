<div class="page">
<h1>{{TITLE}}</h1>
{{#GROUP}}
<section class="group">
{{#TITLED}}
<h2>{{GROUP_TITLE}}</h2>
{{/TITLED}}
<ul class="entries wide">
{{#ENTRY}}
<li class="depth-{{DEPTH}}"><span><a href="{{HREF}}">{{LABEL}}</a>{{#HAS_NOTE}} <small>{{NOTE}}</small>{{/HAS_NOTE}}</span> <span class="count">{{COUNT}}</span></li>
{{/ENTRY}}
</ul>
</section>
{{/GROUP}}
</div>
