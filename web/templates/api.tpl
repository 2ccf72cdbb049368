<article class="page api">
<h1>Interface de programmation</h1>
<p>Toutes les adresses se lisent par GET, en UTF&#8209;8, sans compte ni clé&nbsp;; les scripts de tous les sites peuvent les lire. Les nombres sont exacts. Un paramètre inconnu ou mal écrit est refusé, et la réponse dit lequel. La même description, pour les programmes&nbsp;: <a href="/openapi.json">OpenAPI&nbsp;3.1</a>.</p>
{{#GROUP}}
<h2>{{TITLE}}</h2>
{{#ENDPOINT}}
<section class="endpoint">
<h3><code>{{PATH}}</code></h3>
<p>{{MEANING}}{{#HAS_ANSWERS}} <span class="media">{{ANSWERS}}</span>{{/HAS_ANSWERS}}</p>
{{#HAS_EXAMPLE}}<p>Exemple&nbsp;: <a href="{{EXAMPLE}}"><code>{{EXAMPLE}}</code></a></p>{{/HAS_EXAMPLE}}
{{#PARAMETERS}}
<details><summary>Paramètres</summary>
<dl class="examples">
{{#PARAMETER}}
<div><dt><code>{{NAME}}</code></dt><dd>{{MEANING}}{{#REPEATABLE}} Peut être répété.{{/REPEATABLE}} <small>{{VALUES}}{{#HAS_DEFAULT}} ; sinon <code>{{DEFAULT}}</code>{{/HAS_DEFAULT}}</small></dd></div>
{{/PARAMETER}}
</dl>
</details>
{{/PARAMETERS}}
</section>
{{/ENDPOINT}}
{{/GROUP}}
</article>
