#include <catch2/catch.hpp>

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/run_check.hpp"
#include "reviewd/documents/upload_limit.hpp"
#include "tests/support/small_zip.hpp"

namespace reviewd {
namespace {

using review::test::content_types;
using review::test::small_docx;
using review::test::small_zip;

std::string taken(const std::string& content, const std::string& name, const std::string& declared = "") {
  const auto type = file_type_of(content, name, declared);
  if (type) return std::string((*type)->media_type);
  CHECK(type.error().code == review::Code::unsupported_media_type);
  CHECK_FALSE(type.error().says.empty());
  return "no";
}

const std::string pdf_content = "%PDF-1.7\ninvented";
const std::string ooxml = "openxmlformats-officedocument.";

TEST_CASE("A file is taken for what its content is, where its name says the same", "[unit][documents]") {
  CHECK(taken(pdf_content, "Report.PDF", "application/pdf") == "application/pdf");
  CHECK(taken(pdf_content, "a.pdf", "application/octet-stream") == "application/pdf");
  CHECK(taken("\x89PNG\r\n\x1A\n....", "a.png", "image/png") == "image/png");
  CHECK(taken("\xFF\xD8\xFF....", "a.jpeg", "IMAGE/JPEG; q=1") == "image/jpeg");
  CHECK(taken("One caf\xC3\xA9\r\n", "a.txt") == "text/plain");
  CHECK(taken("a,b\n1,2\n", "a.csv", "application/vnd.ms-excel") == "text/csv");
  CHECK(taken(small_docx(), "a.docx") == media_types::docx);
  CHECK(taken(small_zip({{"[Content_Types].xml", content_types(ooxml + "spreadsheetml.sheet.main+xml")}}), "a.xlsx") ==
        media_types::xlsx);
  const std::string manifest = "<manifest/>";
  CHECK(taken(small_zip({{"mimetype", std::string(media_types::odt)}, {"META-INF/manifest.xml", manifest}}), "a.odt") ==
        media_types::odt);
}

TEST_CASE("A file whose name or declared type says something else is not taken", "[unit][documents]") {
  CHECK(taken(pdf_content, "a.docx") == "no");
  CHECK(taken(pdf_content, "a.pdf", "text/html") == "no");
  CHECK(taken(pdf_content, "a.pdf.exe") == "no");
  CHECK(taken(pdf_content, "a") == "no");
  CHECK(taken(pdf_content, ".pdf") == "no");
  CHECK(taken(small_docx(), "a.xlsx") == "no");
  CHECK(taken("plain", "a.pdf") == "no");
  CHECK(taken(" " + pdf_content, "a.pdf") == "no");
}

TEST_CASE("Pages, scripts, programs and text that is none are not taken under any name", "[unit][documents]") {
  const std::string bad[] = {"<!doctype html>",
                             "\xEF\xBB\xBF \n<html>",
                             "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                             "<?xml version=\"1.0\"?>",
                             "#!/bin/sh\n",
                             "{\\rtf1}",
                             "%!PS",
                             "\x7F"
                             "ELF",
                             std::string("MZ\0\x01", 4),
                             std::string("a\0b", 3),
                             "caf\xE9",
                             "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"};
  for (const auto& content : bad) {
    for (const auto& type : file_types()) {
      INFO(content << type.ending);
      CHECK(taken(content, "a" + std::string(type.ending)) == "no");
    }
  }
  CHECK(taken("text", "a.html") == "no");
  CHECK(taken("text", "a.svg", "image/svg+xml") == "no");
}

TEST_CASE("A zip with macros, a password or anything else is not taken", "[unit][documents]") {
  const auto word = content_types(ooxml + "wordprocessingml.document.main+xml");
  const auto docx = [&](const std::string& types, const std::string& more = "word/document.xml") {
    return taken(small_zip({{"[Content_Types].xml", types}, {more, "x"}}), "a.docx");
  };
  CHECK(docx(word) == media_types::docx);
  CHECK(docx(word, "word/vbaProject.bin") == "no");
  CHECK(docx(word, "word/ActiveX/a.bin") == "no");
  CHECK(docx(word, "[content_types].XML") == "no");
  CHECK(docx(content_types("ms-word.document.macroEnabled.main+xml")) == "no");
  CHECK(docx(word + content_types("ms-office.vbaProject")) == "no");
  CHECK(docx(word + "&#86;baProject") == "no");
  CHECK(docx("<Types/>") == "no");
  CHECK(taken(small_zip({{"[Content_Types].xml", word}}, 1), "a.docx") == "no");
  CHECK(taken(small_zip({{"a.txt", "plain"}}), "a.docx") == "no");
  CHECK(taken("x" + small_docx(), "a.docx") == "no");
  CHECK(taken(small_docx() + "x", "a.docx") == "no");
  const std::string odt(media_types::odt);
  CHECK(taken(small_zip({{"mimetype", odt}, {"META-INF/manifest.xml", "<encryption-data/>"}}), "a.odt") == "no");
  CHECK(taken(small_zip({{"mimetype", odt}, {"META-INF/manifest.xml", "x"}, {"Basic/a.xml", "x"}}), "a.odt") == "no");
  const auto whole = small_docx();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK(taken(whole.substr(0, i), "a.docx") == "no");
    auto changed = whole;
    changed[i] = '\xFF';
    static_cast<void>(file_type_of(changed, "a.docx", ""));
  }
}

TEST_CASE("A check says clean, found or nothing, and does not outlast its time", "[unit][documents]") {
  const auto outcome = [](std::vector<std::string> program, const std::string& content = "invented") {
    return run_check({std::move(program), std::chrono::seconds(1), 1}, content, false);
  };
  CHECK(outcome({"/bin/true"}) == CheckOutcome::clean);
  CHECK(outcome({"/bin/false"}) == CheckOutcome::found);
  CHECK(outcome({"/bin/sh", "-c", "exit 2"}) == CheckOutcome::unknown);
  CHECK(outcome({"/bin/sleep", "60"}) == CheckOutcome::unknown);
  CHECK(outcome({"/no/such/program"}) == CheckOutcome::unknown);
  CHECK(outcome({}) == CheckOutcome::unknown);
  CHECK(outcome({"/bin/grep", "-q", "invented"}) == CheckOutcome::clean);
  CHECK(outcome({"/bin/grep", "-q", "invented"}, "other") == CheckOutcome::found);
  // It inherits no environment, and no descriptor but its three.
  CHECK(outcome({"/bin/sh", "-c", "test -z \"$HOME$LD_PRELOAD\" && test ! -e /proc/self/fd/5"}) == CheckOutcome::clean);
  // It gains no rights, leaves no image of its memory, and has an end to its memory and its time.
  CHECK(outcome({"/bin/sh", "-c",
                 "grep -q '^NoNewPrivs:.1' /proc/self/status && test \"$(ulimit -c)\" = 0 && "
                 "test \"$(ulimit -v)\" != unlimited && test \"$(ulimit -t)\" != unlimited"}) == CheckOutcome::clean);
}

TEST_CASE("Only where documents are sent may a request be large", "[unit][documents]") {
  const DocumentSettings settings;
  CHECK(upload_limit("POST", "/v1/cases/26-0001/documents", settings, 1) > settings.most_bytes);
  CHECK(upload_limit("POST", "/cases/26-0001/documents/add", settings, 1) > 2 * settings.most_bytes);
  CHECK(upload_limit("PUT", "/v1/cases/26-0001/documents", settings, 1) == 1);
  CHECK(upload_limit("POST", "/v1/cases/26-0001/entries", settings, 1) == 1);
  CHECK(upload_limit("POST", "/sign-in", settings, 1) == 1);
}

}  // namespace
}  // namespace reviewd
