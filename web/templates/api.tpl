<article class="page api">
<h1>Interface de programmation</h1>
<p>Toutes les adresses se lisent par GET, en UTF-8, sans compte ni clé&nbsp;; les scripts de tous les sites peuvent les lire. Les nombres sont exacts. Un paramètre inconnu ou mal écrit est refusé, et la réponse dit lequel. La même description, pour les programmes&nbsp;: <a href="/openapi.json">OpenAPI&nbsp;3.1</a>.</p>
{{#GROUP}}
<h2>{{TITLE}}</h2>
{{#ENDPOINT}}
<section class="endpoint">
<h3><code>{{PATH}}</code></h3>
<p>{{MEANING}}{{#HAS_ANSWERS}} <span class="media">{{ANSWERS}}</span>{{/HAS_ANSWERS}}</p>
{{#HAS_EXAMPLE}}<p>Exemple&nbsp;: <a href="{{EXAMPLE}}"><code>{{EXAMPLE}}</code></a></p>{{/HAS_EXAMPLE}}
{{#PARAMETERS}}
<details><summary>Paramètres</summary>
<table>
<thead><tr><th scope="col">Nom</th><th scope="col">Valeur</th><th scope="col">Sens</th></tr></thead>
<tbody>
{{#PARAMETER}}
<tr><th scope="row"><code>{{NAME}}</code></th><td>{{VALUES}}{{#HAS_DEFAULT}} (sinon <code>{{DEFAULT}}</code>){{/HAS_DEFAULT}}</td><td>{{MEANING}}{{#REPEATABLE}} Peut être répété.{{/REPEATABLE}}</td></tr>
{{/PARAMETER}}
</tbody>
</table>
</details>
{{/PARAMETERS}}
</section>
{{/ENDPOINT}}
{{/GROUP}}
</article>
