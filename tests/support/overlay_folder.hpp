#pragma once

#include <string>
#include <vector>

#include "libreview/base/embedded.hpp"
#include "tests/support/temporary_folder.hpp"

namespace review::test {

/// The files that a daemon reads at its start for one of the overlays of the law, in a folder of their own. To be kept
/// for as long as the daemon may be started anew.
class OverlayFolder {
 public:
  /// No files and no arguments without a name.
  explicit OverlayFolder(const std::string& overlay) {
    if (overlay.empty()) return;
    write("overlay.toml", std::string(embedded("law/overlays/" + overlay + ".toml").value()));
    write("reviewd.toml", "overlay = \"overlay.toml\"\n");
    arguments_ = {"--config", (folder_ / "reviewd.toml").string()};
  }
  [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  void write(const std::string& name, const std::string& text) const { write_file(folder_ / name, text); }

  TemporaryFolder folder_;
  std::vector<std::string> arguments_;
};

}  // namespace review::test
