#include "server/api/export_rows.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "indexer/base/document_json.hpp"

namespace pressoir::api {
namespace {

base::Document document() {
  base::Document made;
  made.id = "abcdefghijklmnop";
  made.url = "https://www.exemple.gouv.fr/foret";
  made.title = "=SOMME(A1) : « la forêt », un \"bien\"";
  made.date = {2014, 3, 0};
  made.themes = {"Agriculture", "Industrie/Bois"};
  made.ministers = {{"stephane-le-foll", "Stéphane Le Foll", "", base::Role::kSpeaker}};
  made.text = "La forêt couvre un tiers du pays.\nElle avance.";
  return made;
}

FieldSet fields(std::initializer_list<std::string_view> chosen) {
  FieldSet set;
  for (const std::string_view field : chosen) set.add(field);
  return set;
}

FieldSet all_exported() {
  FieldSet set;
  for (const std::string_view field : kExportFieldNames) set.add(field);
  return set;
}

TEST(CsvCell, IsQuotedWhereRfc4180AsksForIt) {
  EXPECT_EQ(csv_cell("forêt"), "forêt");
  EXPECT_EQ(csv_cell(""), "");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("dit \"oui\""), "\"dit \"\"oui\"\"\"");
  EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
}

TEST(CsvCell, IsNeverAFormula) {
  for (const char* formula : {"=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1"}) {
    EXPECT_EQ(csv_cell(formula), "\"'" + std::string(formula) + "\"");
  }
}

TEST(CsvRow, HasTheColumnsOfItsHeader) {
  const FieldSet chosen = fields({"id", "title", "date", "ministers", "themes"});

  EXPECT_EQ(csv_header(chosen), "id,title,date,ministers,themes\r\n");
  EXPECT_EQ(to_csv_row(document(), chosen),
            "abcdefghijklmnop,\"'=SOMME(A1) : « la forêt », un \"\"bien\"\"\",2014-03,"
            "Stéphane Le Foll,Agriculture; Industrie/Bois\r\n");
}

TEST(CsvRow, KeepsItsColumnsWhenTheFirstFieldIsEmpty) {
  const FieldSet chosen = fields({"type", "source", "government"});
  base::Document undescribed;
  undescribed.government = "ayrault-2";

  EXPECT_EQ(csv_header(chosen), "type,source,government\r\n");
  EXPECT_EQ(to_csv_row(undescribed, chosen), ",,ayrault-2\r\n");
  EXPECT_EQ(to_csv_row({}, chosen), ",,\r\n");
}

TEST(JsonLine, IsSpeltAsTheDocumentIs) {
  const std::string line = to_json_line(document(), all_exported());

  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_EQ(boost::json::parse(line), boost::json::parse(base::document_to_json(document())));
}

TEST(JsonLine, HasTheFieldsChosen) {
  EXPECT_EQ(to_json_line(document(), fields({"id", "date"})),
            "{\"id\":\"abcdefghijklmnop\",\"date\":\"2014-03\"}\n");
}

}  // namespace
}  // namespace pressoir::api
