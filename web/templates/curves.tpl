<defs>
<path id="signe-1" d="M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z"/>
<path id="signe-2" d="M-3-3h6v6h-6z"/>
<path id="signe-3" d="M0-4.5L4 3h-8z"/>
<path id="signe-4" d="M0-4.5L4.5 0L0 4.5L-4.5 0z"/>
<path id="signe-5" d="M-1-4h2v3h3v2h-3v3h-2v-3h-3v-2h3z"/>
</defs>
{{#SLOT}}
{{#VALUE}}{{#LINKED}}<a href="{{HREF}}" aria-label="{{TEXT}}" data-from="{{FROM}}" data-to="{{TO}}">{{/LINKED}}{{#CURRENT}}<g aria-hidden="true" data-from="{{FROM}}" data-to="{{TO}}">{{/CURRENT}}<title>{{TEXT}}</title><rect class="slot" x="{{SLOT_X}}%" y="0" width="{{SLOT_WIDTH}}%" height="{{BASELINE}}"/><rect class="volume" x="{{SLOT_X}}%" y="{{VOLUME_Y}}" width="{{SLOT_WIDTH}}%" height="{{VOLUME}}"/>{{#LINKED}}</a>{{/LINKED}}{{#CURRENT}}</g>{{/CURRENT}}{{/VALUE}}
{{/SLOT}}
<g class="grid" aria-hidden="true">
{{#GRID}}
<line x1="0" x2="100%" y1="{{Y}}" y2="{{Y}}"/>
{{/GRID}}
</g>
{{>AXIS}}
<g class="curves" aria-hidden="true" pointer-events="none">
{{#CURVE}}
<g class="series-{{NUMBER}}"><svg width="100%" height="{{BASELINE}}" viewBox="0 0 {{SPAN}} {{BASELINE}}" preserveAspectRatio="none">{{#RUN}}<polyline points="{{POINTS}}" vector-effect="non-scaling-stroke"/>{{/RUN}}</svg>{{#SIGN}}<use href="#signe-{{NUMBER}}" x="{{X}}%" y="{{Y}}"/>{{/SIGN}}</g>
{{/CURVE}}
</g>
<g class="scale" aria-hidden="true" pointer-events="none">
{{#GRID}}
<text class="edge" x="0" y="{{LABEL_Y}}">{{SHARE}}</text>
{{/GRID}}
</g>
