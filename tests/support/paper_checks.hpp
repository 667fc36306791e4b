#pragma once

#include <string>
#include <vector>

namespace review::test {

/// What is wrong with an OpenDocument text for who reads it with a screen reader, or takes it apart as its standard
/// says; empty where nothing is.
[[nodiscard]] std::vector<std::string> faults_of_text(const std::string& odt);

/// The title in its properties.
[[nodiscard]] std::string title_of_text(const std::string& odt);

}  // namespace review::test
