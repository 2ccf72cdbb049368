<svg xmlns="http://www.w3.org/2000/svg" width="1120" height="{{PICTURE_HEIGHT}}" viewBox="0 0 1120 {{PICTURE_HEIGHT}}" role="img" aria-labelledby="titre texte" lang="fr">
<title id="titre">{{DESCRIPTION}}</title>
<desc id="texte">{{#QUERY}}{{NUMBER}}. {{TEXT}} : {{TOTAL}}. {{/QUERY}}{{SOURCE}}, {{ADDRESS}}</desc>
<style>
text { font: 12px system-ui, "Liberation Sans", Arial, sans-serif; fill: #625d55; text-anchor: middle; }
.heading { font: 600 18px Georgia, "Liberation Serif", serif; fill: #1c1b19; text-anchor: start; }
.edge, .term text, .source, .query, .ends text { text-anchor: start; }
.ends text { font-size: 13px; font-weight: 600; fill: currentColor; }
line { stroke: #dcd8d0; }
.axis, .axis ~ g line { stroke: #8d8578; }
.slot { fill: none; }
.scale text { stroke: #fdfcfa; stroke-width: 4; paint-order: stroke; }
.volume { fill: #e8e5de; }
.bar { fill: #8d8578; }
.query { font-size: 13px; fill: #1c1b19; }
.curves polyline { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
.curves use { fill: currentColor; }
.series-1 { color: #8a1c2b; }
.series-2 { color: #1d5c96; stroke-dasharray: 8 3; }
.series-3 { color: #3d6b1f; stroke-dasharray: 2 3; }
.series-4 { color: #8f5a00; stroke-dasharray: 12 3 3 3; }
.series-5 { color: #6a4a9c; stroke-dasharray: 5 5; }
use { stroke: none; }
</style>
<rect width="1120" height="{{PICTURE_HEIGHT}}" fill="#fdfcfa"/>
<text class="heading" x="32" y="40">{{DESCRIPTION}}</text>
<svg x="32" y="{{TOP}}" width="872" height="{{HEIGHT}}">
{{>CURVES}}
</svg>
<svg class="ends" x="908" y="{{TOP}}" width="180" height="{{HEIGHT}}">
{{#END}}
<text class="series-{{NUMBER}}" x="4" y="{{Y}}">{{NUMBER}} {{TEXT}}</text>
{{/END}}
</svg>
{{#QUERY}}
<text class="query" x="32" y="{{Y}}">{{NUMBER}} {{TEXT}} : {{TOTAL}}</text>
{{/QUERY}}
<a href="{{ADDRESS}}"><text class="source" x="32" y="{{SOURCE_Y}}">Source : {{SOURCE}}</text></a>
</svg>
