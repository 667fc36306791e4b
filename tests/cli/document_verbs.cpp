#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("A document is filed, listed and fetched on the command line", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto from = office / "draft.pdf";
  write_file(from, "%PDF-1.7\ninvented");
  const auto add = "document add " + id + " --file " + from.string() + " --title 'First draft'";
  CHECK(office.done(add + " --sort genogram").data == "Filed as document-1, version 1.\n");
  CHECK(office.done(add + " --document document-1").data == "Filed as document-1, version 2.\n");
  const auto listed = office.done("document list " + id);
  CHECK_THAT(listed.data, Catch::Contains("First draft") && Catch::Contains("PDF") && Catch::Contains("clean"));
  CHECK(office("document list " + id + " --output json").at("/documents/0/versions/1/version") == "1");
  CHECK(office("document list " + id + " --output json").at("/documents/0/sort") == "GENOGRAM");
  CHECK(office("document add " + id + " --file " + from.string() + " --title None --sort nothing").exit == 2);
  const auto to = (office / "fetched.pdf").string();
  CHECK(office.done("document get " + id + " document-1 --to " + to).data.empty());
  CHECK(office("document get " + id + " document-1 --version 1 --to -").data == "%PDF-1.7\ninvented");
  CHECK(office("document get " + id + " document-1 --to " + to).exit == 1);
  CHECK(office("document get " + id + " document-2 --to -").exit == 3);
  CHECK(office("document add " + id + " --title None").exit == 2);
  CHECK(office.as("administrator", "document list " + id).exit == 5);
}

}  // namespace
}  // namespace review::cli_test
