#include "reviewd/paper/converter_command.hpp"

#include <fstream>

namespace reviewd {
namespace {

constexpr const char* options = R"(pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},)"
                                R"("PDFUACompliance":{"type":"boolean","value":"true"},)"
                                R"("ExportBookmarks":{"type":"boolean","value":"true"},)"
                                R"("DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}})";

/// It draws its tests where the release that last ran is older than its own: no release is newer than this.
constexpr const char* settings =
    R"(<?xml version="1.0" encoding="UTF-8"?>)"
    "\n"
    R"(<oor:items xmlns:oor="http://openoffice.org/2001/registry">)"
    R"(<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse">)"
    R"(<value>999.9</value></prop></item></oor:items>)"
    "\n";

}  // namespace

std::vector<std::string> converter_command(const std::filesystem::path& folder,
                                           const std::vector<std::filesystem::path>& texts) {
  const auto profile = folder / "profile";
  std::filesystem::create_directories(profile / "user");
  std::ofstream(profile / "user" / "registrymodifications.xcu") << settings;
  std::vector<std::string> command{pdf_converter,
                                   "-env:UserInstallation=file://" + profile.string(),
                                   "-env:OSL_SOCKET_PATH=" + folder.string(),
                                   "--headless",
                                   "--norestore",
                                   "--nodefault",
                                   "--nolockcheck",
                                   "--convert-to",
                                   options,
                                   "--outdir",
                                   folder.string()};
  for (const auto& text : texts) command.push_back(text.string());
  return command;
}

}  // namespace reviewd
