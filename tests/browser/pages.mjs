// Every kind of page, as the sample archive has it.
import {archive} from "./support.mjs";

export async function firstDocument(q = "") {
  const answer = await fetch(`${archive.url}/api/v1/search?count=1&fields=id&q=${encodeURIComponent(q)}`);
  return (await answer.json()).results[0].id;
}

const long = `/documents/${await firstDocument("écluse")}?q=%C3%A9cluse`;

export const pages = {
  "the home page": "/",
  "results": "/?q=industrie",
  "results with filters": "/?q=industrie&minister=arnaud-montebourg&from=2012&to=2014",
  "results of a month": "/?q=industrie&from=2012-12&to=2012-12",
  "all texts, the oldest first": "/?sort=oldest&count=50",
  "a respelled question": "/?q=industri%C3%A9l+comp%C3%A9titivt%C3%A9",
  "a dead end": "/?q=xylophonique+industrie&type=discours&match=all",
  "a page behind the last": "/?q=industrie&start=9000",
  "a document": `/documents/${await firstDocument("pôles")}?q=p%C3%B4les`,
  "a document without words": `/documents/${await firstDocument("conseil des ministres")}`,
  "the beginning of a long document": long,
  "the end of a long document": `${long}&part=2`,
  "the ministers": "/ministres",
  "a minister": "/ministres/arnaud-montebourg",
  "a minister without texts": "/ministres/edmond-michelet",
  "the governments": "/gouvernements",
  "a government": "/gouvernements/ayrault-2",
  "the themes": "/themes",
  "a theme": "/themes?theme=Industrie",
  "an empty comparison": "/comparer",
  "a comparison": "/comparer?q=industrie&q=emploi&q=%22conseil+des+ministres%22&q=loi&q=budget",
  "a comparison by months": "/comparer?q=industrie&q=emploi&q=entreprises&q=loi&q=budget&from=2014&to=2023&interval=month",
  "ministers by government": "/valeurs?facet=minister&q=industrie&group=government",
  "ministers searched in vain": "/valeurs?facet=minister&like=zzzz",
  "themes to choose": "/valeurs?facet=theme&q=industrie",
  "the help": "/aide",
  "the interface": "/api",
  "a missing page": "/rien",
  "a wrong date": "/?from=2012-13",
};

// Those that say that something went wrong, which the browser notes on its console.
export const problems = new Set(["a missing page", "a wrong date"]);
