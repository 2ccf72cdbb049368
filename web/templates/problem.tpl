<section class="problem">
<p class="status">Erreur {{STATUS}}</p>
<h1>{{TITLE}}</h1>
<p>{{DETAIL}}</p>
{{>BOX}}
<p><a href="/">Revenir à l’accueil</a></p>
</section>
