<ol class="hits" start="{{FIRST_RANK}}">
{{#HIT}}
<li>
<h3><a href="{{HREF}}">{{#TITLE}}{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}{{/TITLE}}</a></h3>
{{#PASSAGE}}
<p class="passage">{{#FRAGMENT}}{{PLAIN_TEXT}}{{#MARKED}}<mark>{{MARKED_TEXT}}</mark>{{/MARKED}}{{/FRAGMENT}}</p>
{{/PASSAGE}}
<p class="facts">{{#DATED}}<time datetime="{{MACHINE_DATE}}">{{DATE}}</time>{{/DATED}}{{#UNDATED}}{{DATE}}{{/UNDATED}}{{#HAS_TYPE}} · {{TYPE}}{{/HAS_TYPE}}{{#MINISTER}} · <a href="{{HREF}}">{{NAME}}</a>{{#HAS_OFFICE}} <i>{{OFFICE}}</i>{{/HAS_OFFICE}}{{/MINISTER}}{{#HAS_OTHERS}} {{OTHERS}}{{/HAS_OTHERS}}{{#THEME}} · <a href="{{HREF}}">{{TEXT}}</a>{{/THEME}}{{#HAS_SOURCE}} · {{SOURCE}}{{/HAS_SOURCE}}</p>
{{#SIBLINGS}}
<p class="facts">{{COUNT}}&nbsp;: {{#SIBLING}}<a href="{{HREF}}">{{TEXT}}</a>{{#SIBLING_separator}} · {{/SIBLING_separator}}{{/SIBLING}}</p>
{{/SIBLINGS}}
</li>
{{/HIT}}
</ol>
