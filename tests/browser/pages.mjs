// Every kind of page, as the sample archive has it.
import {archive} from "./support.mjs";

export async function firstDocument(q = "") {
  const answer = await fetch(`${archive.url}/api/v1/search?count=1&fields=id&q=${encodeURIComponent(q)}`);
  return (await answer.json()).results[0].id;
}

export const pages = {
  "the home page": "/",
  "results": "/?q=industrie",
  "results with filters": "/?q=industrie&minister=arnaud-montebourg&from=2012&to=2014",
  "a dead end": "/?q=xylophonique+industrie&type=discours",
  "a document": `/documents/${await firstDocument("pôles")}?q=p%C3%B4les`,
  "the ministers": "/ministres",
  "a minister": "/ministres/arnaud-montebourg",
  "the governments": "/gouvernements",
  "a government": "/gouvernements/ayrault-2",
  "the themes": "/themes",
  "a theme": "/themes?theme=Industrie",
  "all values of a facet": "/valeurs?facet=minister&q=industrie&group=government",
  "an empty comparison": "/comparer",
  "a comparison": "/comparer?q=industrie&q=emploi&q=%22conseil+des+ministres%22&q=loi&q=budget",
  "a comparison by months": "/comparer?q=industrie&q=emploi&q=entreprises&q=loi&q=budget&from=2014&to=2023&interval=month",
  "the help": "/aide",
  "a problem": "/rien",
};
