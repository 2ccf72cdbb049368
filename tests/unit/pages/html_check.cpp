#include "tests/unit/pages/html_check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace pressoir::pages {
namespace {

constexpr std::string_view kVoidTags[] = {"meta", "link", "input", "br", "!DOCTYPE"};
constexpr std::string_view kReferences[] = {"for", "aria-labelledby", "aria-describedby", "form"};

struct Tag {
  std::string name;
  bool closes = false;
  bool is_empty = false;  // `<rect …/>`
  std::map<std::string, std::string> attributes;
  std::string fault;
};

// Reads what stands between `<` and `>`.
Tag read_tag(std::string_view text) {
  Tag tag;
  if (text.starts_with('/')) tag.closes = true;
  if (text.ends_with('/')) tag.is_empty = true;
  text.remove_prefix(tag.closes);
  text.remove_suffix(tag.is_empty);
  tag.name = text.substr(0, text.find(' '));
  text.remove_prefix(tag.name.size());
  while (text.find_first_not_of(' ') != std::string_view::npos) {
    text.remove_prefix(text.find_first_not_of(' '));
    const auto equals = text.find("=\"");
    const std::string name(text.substr(0, std::min(equals, text.find(' '))));
    if (equals == std::string_view::npos || name.size() < equals) {
      if (name != "html" && name != "checked" && name != "selected")
        tag.fault = "attribute without quotes: " + name;
      return tag;
    }
    const auto end = text.find('"', equals + 2);
    if (end == std::string_view::npos) {
      tag.fault = "open quotes in " + tag.name;
      return tag;
    }
    const std::string value(text.substr(equals + 2, end - equals - 2));
    if (!tag.attributes.emplace(name, value).second) tag.fault = "repeated " + name;
    text.remove_prefix(end + 1);
  }
  return tag;
}

class Checker {
 public:
  std::string check(std::string_view html) {
    while (fault_.empty()) {
      const auto begin = html.find('<');
      if (begin == std::string_view::npos) break;
      const auto end = html.find('>', begin);
      if (end == std::string_view::npos) return "a tag without end";
      see(read_tag(html.substr(begin + 1, end - begin - 1)));
      html.remove_prefix(end + 1);
    }
    if (fault_.empty() && !open_.empty()) fault_ = "not closed: " + open_.back();
    if (fault_.empty() && h1_ != 1) fault_ = "not one h1";
    for (const std::string& id : references_) {
      if (fault_.empty() && !ids_.contains(id)) fault_ = "no such id: " + id;
    }
    return fault_;
  }

 private:
  void see(const Tag& tag) {
    fault_ = tag.fault;
    if (tag.closes) {
      close(tag.name);
      return;
    }
    const bool is_ours =
        tag.attributes.contains("src") && tag.attributes.at("src").starts_with("/static/");
    if (tag.name == "style" || (tag.name == "script" && !is_ours)) fault_ = "<" + tag.name + ">";
    for (const auto& [name, value] : tag.attributes) see_attribute(name, value);
    see_heading(tag.name);
    const bool is_void =
        std::find(std::begin(kVoidTags), std::end(kVoidTags), tag.name) != std::end(kVoidTags);
    if (!is_void && !tag.is_empty) open_.push_back(tag.name);
  }

  void close(const std::string& name) {
    if (open_.empty() || open_.back() != name) {
      fault_ = "</" + name + "> closes " + (open_.empty() ? "nothing" : open_.back());
    } else {
      open_.pop_back();
    }
  }

  void see_attribute(const std::string& name, const std::string& value) {
    if (name == "style" || name.starts_with("on")) fault_ = "attribute " + name;
    if (name == "id" && !ids_.insert(value).second) fault_ = "id twice: " + value;
    if (std::find(std::begin(kReferences), std::end(kReferences), name) != std::end(kReferences)) {
      references_.insert(value);
    }
    if (name == "href" && value.starts_with('#')) references_.insert(value.substr(1));
    if (name == "href" && value.empty()) fault_ = "a link that leads nowhere";
    if (name == "href" && value.find("javascript") == 0) fault_ = "href=" + value;
  }

  void see_heading(const std::string& name) {
    if (name.size() != 2 || name[0] != 'h' || name[1] < '1' || name[1] > '6') return;
    const int level = name[1] - '0';
    h1_ += level == 1;
    if (level > level_ + 1) fault_ = name + " under h" + std::to_string(level_);
    level_ = level;
  }

  std::string fault_;
  std::vector<std::string> open_;
  std::set<std::string> ids_;
  std::set<std::string> references_;
  int h1_ = 0;
  int level_ = 0;
};

}  // namespace

std::size_t count_of(std::string_view what, std::string_view html) {
  std::size_t count = 0;
  for (auto found = html.find(what); found != std::string_view::npos;
       found = html.find(what, found + what.size())) {
    ++count;
  }
  return count;
}

std::string fault_of(std::string_view html) {
  return Checker().check(html);
}

}  // namespace pressoir::pages
