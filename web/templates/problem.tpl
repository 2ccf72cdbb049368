<section class="problem">
<p class="status">Erreur {{STATUS}}</p>
<h1>{{TITLE}}</h1>
<p>{{DETAIL}}</p>
<form class="search" action="/" method="get" role="search">
<label for="q">Rechercher dans les archives</label>
<div class="box">
<input id="q" name="q" type="search" placeholder="Mots, nom ou phrase" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
<button type="submit">Rechercher</button>
</div>
</form>
<p><a href="/">Revenir à l’accueil</a></p>
</section>
