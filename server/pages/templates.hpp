// The files of web/, or an operator's in their place: templates parsed once, assets as they are.
//
// Nothing changes after load: any number of threads may use a const Templates.
#pragma once

#include <ctemplate/template.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"
#include "server/pages/pages.hpp"

namespace pressoir::pages {

// Most bytes of a file in the operator's folder.
inline constexpr std::uintmax_t kMaxOverrideBytes = 1 << 20;

class Templates {
 public:
  // `override_folder`: empty for none; its files take the place of ours of the same name. Every
  // template is escaped by its context, whether or not it has the marker for it. kNotFound: there
  // is no such folder. kBadConfig: a `.tpl`, `.css`, `.js` or `.svg` file there is not the name of
  // one of ours (it would have no effect), is too large, cannot be read or does not parse. Other
  // files are ignored.
  static base::Result<std::unique_ptr<Templates>> load(const std::string& override_folder);

  // A template with the values of `dictionary`.
  std::string expand(const ctemplate::TemplateDictionary& dictionary,
                     const std::string& name = "layout.tpl") const;

  const Pages::Asset* asset(std::string_view name) const;

 private:
  Templates() = default;
  base::Result<void> read_overrides(const std::string& folder);
  base::Result<void> parse();

  std::map<std::string, std::string, std::less<>> files_;  // by name; the assets point into it
  std::map<std::string, Pages::Asset, std::less<>> assets_;
  ctemplate::TemplateCache cache_;
};

}  // namespace pressoir::pages
