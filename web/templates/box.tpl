<form id="recherche" class="search" action="/" method="get" role="search">
<label class="hidden" for="q">{{LABEL}}</label>
<div class="box">
<input id="q" name="q" type="search" value="{{Q}}" placeholder="Mots, nom ou phrase" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
<button type="submit">Rechercher</button>
</div>
{{#KEPT}}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/KEPT}}
</form>
