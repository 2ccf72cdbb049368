// An archive of two documents and the application over it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/base/url.hpp"
#include "indexer/index/writer.hpp"
#include "server/app/archive_application.hpp"
#include "server/app/handlers.hpp"

namespace pressoir::app {

inline constexpr std::int64_t kNow = 1'700'000'000;

inline base::Document document(const std::string& url, const std::string& title, base::Date date) {
  base::Document document;
  document.url = url;
  document.id = base::document_id(url);
  document.title = title;
  document.date = date;
  document.themes = {"Industrie/Compétitivité"};
  document.text = "Le Gouvernement soutient l’industrie française.";
  document.blocks = {
      {base::BlockKind::kParagraph, 0, static_cast<std::uint32_t>(document.text.size())}};
  return document;
}

class ArchiveApplicationTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "pressoir-api-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    const std::string db = (folder_ / "db").string();
    auto writer = index::IndexWriter::open(db);
    ASSERT_TRUE(writer) << writer.error().message;
    ASSERT_TRUE(writer->put(document(kPoles, "Les pôles de compétitivité", {2012, 12, 5}), kNow));
    ASSERT_TRUE(writer->put(document("https://b.fr/", "La forêt", {2014, 3, 0}), kNow));
    ASSERT_TRUE(writer->commit());
    auto archive = search::Archive::open(db);
    ASSERT_TRUE(archive) << archive.error().message;
    archive_ = *std::move(archive);
    auto pages = pages::Pages::load("");
    ASSERT_TRUE(pages) << pages.error().message;
    pages_ = *std::move(pages);
    application_ = std::make_unique<ArchiveApplication>(*archive_, *pages_);
    worker_ = application_->make_worker();
  }

  void TearDown() override { std::filesystem::remove_all(folder_); }

  Response get(const std::string& target, const std::string& accept = "") {
    return ask("GET", target, accept);
  }

  Response ask(const std::string& method, const std::string& target, const std::string& accept) {
    const auto question = target.find('?');
    const std::string query = question == std::string::npos ? "" : target.substr(question + 1);
    Request request{method, target.substr(0, question), query, accept};
    request.if_none_match = if_none_match_;
    application_->route(request);
    auto response = application_->answer_at_once(request);
    return response ? *std::move(response) : worker_->answer(request);
  }

  // What makes a path of a pattern with an argument: what stands behind `{…}`.
  static std::string suffix_of(const Route& route) {
    return std::string(route.pattern.substr(route.pattern.find('}') + 1));
  }

  static std::string header_of(const Response& response, std::string_view name) {
    for (const Header& header : response.headers) {
      if (header.name == name) return header.value;
    }
    return "";
  }

  static constexpr const char* kPoles = "https://a.fr/poles";
  std::string if_none_match_;
  std::filesystem::path folder_;
  std::unique_ptr<search::Archive> archive_;
  std::unique_ptr<pages::Pages> pages_;
  std::unique_ptr<ArchiveApplication> application_;
  std::unique_ptr<Worker> worker_;
};

}  // namespace pressoir::app
