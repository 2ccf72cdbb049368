-- Mixed queries for wrk: searches of every kind, suggestions, documents, pages. Each thread goes
-- through them from a place of its own.
local words = {"code", "travail", "article", "commerce", "consommation", "forêt", "urbanisme", "santé publique",
  "\"code du travail\"", "loi OU décret", "contrat -durée", "compét*", "licenciement économique", "environnement",
  "conseil d'administration", "autorisation de mise sur le marché", "peine d'amende", "xylophone"}
local forms = {"/api/v1/search?q=%s", "/api/v1/search?q=%s&count=20&facets=source,type", "/api/v1/search?q=%s&sort=newest",
  "/api/v1/search?q=%s&from=2020&facets=", "/api/v1/suggest?q=%s", "/?q=%s", "/api/v1/search?q=%s&match=any&count=5"}
at = 0  -- setup() sets it in each thread

local function encode(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

local targets = {}
for _, form in ipairs(forms) do
  for _, word in ipairs(words) do targets[#targets + 1] = string.format(form, encode(word)) end
end

function setup(thread)
  at = at + 37
  thread:set("at", at)
end

function request()
  at = at % #targets + 1
  return wrk.format("GET", targets[at])
end

-- One line of JSON: load.mjs reads it. Times in milliseconds.
function done(summary, latency)
  io.write(string.format(
    '{"requests":%d,"seconds":%.3f,"p50":%.3f,"p90":%.3f,"p99":%.3f,"max":%.3f,"status":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(90) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, summary.errors.status, summary.errors.connect,
    summary.errors.read, summary.errors.write, summary.errors.timeout))
end
