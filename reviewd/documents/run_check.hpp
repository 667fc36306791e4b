#pragma once

#include <atomic>
#include <string_view>

#include "reviewd/settings/document_settings.hpp"

namespace reviewd {

enum class CheckOutcome {
  clean,   ///< exit 0
  found,   ///< exit 1: it found something
  unknown  ///< anything else: it could not tell, took too long, or did not start
};

/// Runs the program of the settings with the content on its standard input, which is a file in memory: nothing of it
/// reaches a disk. It is a check (`start_program`): no shell, no environment, no descriptor of ours, and what it prints
/// is dropped; it opens the files and sockets that we may, since it has a configuration and perhaps a daemon of its
/// own. Blocks until it has told, its time is over, or `stop` is set; then it is ended.
[[nodiscard]] CheckOutcome run_check(const DocumentSettings& settings, std::string_view content,
                                     const std::atomic<bool>& stop);

}  // namespace reviewd
