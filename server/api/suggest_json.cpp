#include "server/api/suggest_json.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/api/json_writer.hpp"
#include "server/api/search_json.hpp"

namespace pressoir::api {
namespace {

constexpr int kMillisecondDecimals = 3;

void write_offer(JsonWriter& json, const suggest::Suggestion& offer) {
  json.begin_object();
  json.key("kind").text(to_string(offer.kind));
  write_fragments(json.key("text"), offer.text);
  json.key("value").text(offer.value);
  json.key("count").integer(offer.count);
  if (offer.kind == suggest::SuggestionKind::kTitle) {
    json.key("id").text(offer.id);
    json.key("url").text(offer.url);
    json.key("date").text_or_null(base::to_string(offer.date));
  }
  if (offer.kind == suggest::SuggestionKind::kOffice) {
    json.key("minister").begin_object();
    json.key("id").text(offer.person);
    json.key("name").text(offer.name);
    json.end_object();
    json.key("from").text_or_null(base::to_string(offer.date));
    json.key("to").text_or_null(base::to_string(offer.last_day));
  }
  json.end_object();
}

}  // namespace

std::string suggestions_to_json(const suggest::SuggestRequest& request,
                                const suggest::Suggestions& suggestions) {
  JsonWriter json;
  json.begin_object();
  json.key("q").text(request.q);
  json.key("suggestions").begin_array();
  for (const suggest::Suggestion& offer : suggestions.offers) write_offer(json, offer);
  json.end_array();
  json.key("took_ms").number(suggestions.took_ms, kMillisecondDecimals);
  json.end_object();
  return std::move(json).take();
}

std::string suggestions_to_browser_json(const suggest::SuggestRequest& request,
                                        const suggest::Suggestions& suggestions) {
  std::vector<std::string> texts;
  for (const suggest::Suggestion& offer : suggestions.offers) {
    std::string text;
    for (const search::snippet::Fragment& fragment : offer.text) text += fragment.text;
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  JsonWriter json;
  json.begin_array().text(request.q).begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
  json.begin_array().end_array().begin_array().end_array();
  json.end_array();
  return std::move(json).take();
}

}  // namespace pressoir::api
