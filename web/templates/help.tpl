<div class="page help">
<h1>Comment chercher</h1>
{{>BOX}}
<p>Écrivez des mots, un nom, une phrase entière. Les majuscules et l’apostrophe n’ont pas d’importance, et chaque mot est cherché sous toutes ses formes&nbsp;: <em>ministre</em> trouve <em>ministres</em>, <em>soutenir</em> trouve <em>soutient</em>. Un mot écrit sans accents trouve aussi ceux qui en portent&nbsp;; écrit avec ses accents, il ne trouve pas un autre mot&nbsp;: <em>côte</em> n’est pas <em>côté</em>. Les textes qui contiennent le mot tel que vous l’écrivez viennent d’abord. Quand il y en a peu, la page propose aussi les mots de la même famille&nbsp;: <em>réformateur</em> pour <em>réforme</em>.</p>
<p>Avec deux mots, les textes ont les deux&nbsp;; avec plus, la moitié au moins. La phrase sous la recherche dit toujours comment elle a été comprise.</p>
<h2>Aller plus loin</h2>
<p>Chaque exemple est une recherche&nbsp;: ouvrez-la, puis changez-la.</p>
<dl class="examples">
{{#EXAMPLE}}
<div><dt><a href="{{HREF}}"><code>{{QUERY}}</code></a></dt><dd>{{MEANING}}</dd></div>
{{/EXAMPLE}}
</dl>
<h2>Restreindre</h2>
<p>La colonne de gauche compte les textes par ministre, thème, type, source et gouvernement. Plusieurs valeurs d’une même liste s’ajoutent&nbsp;; deux listes se combinent. Un filtre choisi se retire d’un clic. Sous une longue liste, «&nbsp;autres…&nbsp;» ouvre toutes les valeurs, avec une recherche parmi elles&nbsp;: cochez-en plusieurs. Les ministres s’y rangent aussi par ministère et par gouvernement.</p>
<h2>La chronologie</h2>
<p>Chaque barre compte les textes d’une année, d’un mois ou d’un jour, et mène à eux. Choisir une année la montre par mois, choisir un mois le montre par jour. Sous les barres, les gouvernements&nbsp;: chacun choisit la durée de ses fonctions. Avec une souris, faites glisser le pointeur sur les barres pour choisir une période. Les dates s’écrivent aussi à la main&nbsp;: <em>2012</em>, <em>12/2012</em> ou <em>05/12/2012</em>.</p>
<h2>Comparer dans le temps</h2>
<p><a href="/comparer">La comparaison</a> dessine jusqu’à cinq recherches, chacune comme une part des textes de l’archive, année par année, mois par mois ou jour par jour. Un clic sur une période la montre de plus près. Le tableau donne les nombres et mène aux textes&nbsp;; l’image et le tableau se téléchargent.</p>
<h2>Suivre et citer</h2>
<p>Toute recherche est une adresse&nbsp;: gardez-la, envoyez-la. La page d’un texte donne sa citation, à copier d’un clic. Tous les résultats s’exportent en CSV et en JSON Lines, sans limite. Les programmes lisent l’archive par son <a href="/api">interface</a>.</p>
<h2>Ce qui est sûr, ce qui ne l’est pas</h2>
<p>La page d’un texte dit où sa date a été lue et si elle est sûre, probable ou incertaine. Un thème «&nbsp;déduit du texte&nbsp;» ne vient pas de la page d’origine, mais de ses mots. La fonction d’un ministre est celle qu’il exerçait à la date du texte.</p>
</div>
