// What the class, id, role and style of an element say of its purpose. Every function may be called
// from any thread.
//
// Words are compared whole, between spaces: `menu` is no part of `documentation`. The lists of
// words (class_words.cpp) are those met on the sites of French institutions; a word of a list marks
// a whole element, so that a word which layouts use for their content (`content`, `bloc`, `page`)
// must not be added.
#pragma once

#include "indexer/extract/html/html_tree.hpp"

#include <string>
#include <string_view>

namespace pressoir::extract::content {

// Of each attribute the first 512 bytes are read.
// The words of an element's class and id in lower case without accents, each between spaces:
// class="fr-nav__list" id="menuPrincipal" gives ` fr nav list menu principal `.
std::string class_words(const html::HtmlTree& tree, html::NodeId node);

// The word that names menus, footers, sharing, cookies…, between spaces; empty when there is none.
std::string_view navigation_word(std::string_view class_words) noexcept;
// These take what class_words() returned.
bool names_breadcrumb(std::string_view class_words) noexcept;
bool names_hidden(std::string_view class_words) noexcept;  // `sr-only`, `visually-hidden`…
bool names_rubric(std::string_view class_words) noexcept;  // `rubrique`, `surtitre`…
bool names_caption(std::string_view class_words) noexcept;
bool names_title(std::string_view class_words) noexcept;

// The role of an element: its `role` attribute in lower case, first word.
std::string role_of(const html::HtmlTree& tree, html::NodeId node);

// True when the style or an attribute of the element keeps it from being shown.
bool is_not_shown(const html::HtmlTree& tree, html::NodeId node);

}  // namespace pressoir::extract::content
