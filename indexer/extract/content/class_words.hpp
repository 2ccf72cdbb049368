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

// The words of an element's class and id in lower case, ASCII letters and digits only, each between
// spaces: class="fr-nav__list" id="menuPrincipal" gives ` fr nav list menu principal `. Of each
// attribute the first 512 bytes are read.
std::string class_words(const html::HtmlTree& tree, html::NodeId node);

// These take what class_words() returned.

// The word that names menus, footers, sharing, cookies…, between spaces; empty when there is none,
// or when the words are about the page (`with-sidebar`, `no-menu`). Of static life.
std::string_view navigation_word(std::string_view class_words) noexcept;
bool names_entry(
    std::string_view class_words) noexcept;  // an article in microformats, whose tags follow
bool names_window(std::string_view class_words) noexcept;  // `cookie`, `consent`, `modal`…
bool names_body(std::string_view class_words) noexcept;    // `entry-content`, `article-body`…
bool names_byline(std::string_view class_words) noexcept;  // `byline`, `author-box`, `entry-meta`…
bool names_breadcrumb(std::string_view class_words) noexcept;  // `breadcrumb`, `ariane`…
bool names_hidden(std::string_view class_words) noexcept;      // `sr-only`, `visually-hidden`…
bool names_rubric(std::string_view class_words) noexcept;      // `rubrique`, `surtitre`…
bool names_caption(std::string_view class_words) noexcept;     // `legende`, `credit`…
bool names_title(std::string_view class_words) noexcept;       // `titre`, `heading`…

// True when a class or the id is `comments`, `comment-list`, `respond`, `disqus_thread`…: what
// readers wrote, and the form to do so. Only at the beginning of a name: `live-comment` is
// something else.
bool names_comments(const html::HtmlTree& tree, html::NodeId node);

// The first word of the element's `role` attribute (WAI-ARIA) in lower case; empty without one.
std::string role_of(const html::HtmlTree& tree, html::NodeId node);

// True when the element is not shown by its `hidden`, `aria-hidden` or `style` attribute
// (`display:none`, `visibility:hidden`). Style sheets are not read.
bool is_not_shown(const html::HtmlTree& tree, html::NodeId node);

}  // namespace pressoir::extract::content
