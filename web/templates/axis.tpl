<g aria-hidden="true">
<line class="axis" x1="0" x2="100%" y1="{{BASELINE}}" y2="{{BASELINE}}"/>
{{#SELECTION}}
<rect class="selection" x="{{X}}%" y="{{BASELINE}}" width="{{WIDTH}}%" height="4"/>
{{/SELECTION}}
{{#LABEL}}
<g{{#MINOR}} class="minor"{{/MINOR}}><line x1="{{X}}%" x2="{{X}}%" y1="{{BASELINE}}" y2="{{TICK_END}}"/><text{{#EDGE}} class="edge"{{/EDGE}} x="{{X}}%" y="{{LABEL_Y}}">{{TEXT}}</text></g>
{{/LABEL}}
</g>
{{#TERM}}
<a class="term{{#SELECTED}} on{{/SELECTED}}" href="{{HREF}}" aria-label="{{TEXT}}"><title>{{TEXT}}</title><rect class="slot" x="{{X}}%" y="{{TERM_SLOT_Y}}" width="{{WIDTH}}%" height="28"/><rect class="bar" x="{{X}}%" y="{{TERM_Y}}" width="{{WIDTH}}%" height="3"/>{{#NAMED}}<text{{#MINOR}} class="minor"{{/MINOR}}{{#MIDDLE}} class="middle"{{/MIDDLE}} x="{{X}}%" y="{{TERM_LABEL_Y}}">{{NAME}}</text>{{/NAMED}}</a>
{{/TERM}}
