<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{{PAGE_TITLE}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{{#NOINDEX}}
<meta name="robots" content="noindex, follow">
{{/NOINDEX}}
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="search" type="application/opensearchdescription+xml" title="Pressoir" href="/opensearch.xml">
{{#FEEDS}}
<link rel="alternate" type="application/atom+xml" title="Suivre ces textes (Atom)" href="{{ATOM_HREF}}">
<link rel="alternate" type="application/feed+json" title="Suivre ces textes (JSON Feed)" href="{{JSON_HREF}}">
{{/FEEDS}}
<link rel="stylesheet" href="/static/pressoir.css">
<script type="module" src="/static/pressoir.js"></script>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header class="site">
<p class="brand"><a href="/">Pressoir</a></p>
<p class="archive">{{ARCHIVE}}</p>
<nav aria-label="Rubriques">
<ul>
<li><a href="/">Rechercher</a></li>
<li><a href="/ministres">Ministres</a></li>
<li><a href="/gouvernements">Gouvernements</a></li>
<li><a href="/themes">Thèmes</a></li>
<li><a href="/comparer">Comparer</a></li>
<li><a href="/aide">Aide</a></li>
</ul>
</nav>
</header>
<main id="contenu">
{{>MAIN}}
</main>
<footer class="site">
<p>Pressoir, moteur de recherche des archives de la parole publique.{{#HAS_UPDATED}} Archive mise à jour le {{UPDATED}}.{{/HAS_UPDATED}} <a href="/aide">Aide</a> · <a href="/api">Interface de programmation</a></p>
</footer>
</body>
</html>
