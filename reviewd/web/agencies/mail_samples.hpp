#pragma once

#include <string_view>
#include <vector>

namespace reviewd {

/// A mail or a cover letter to copy, with what is to be filled in in square brackets. It asks for no name of a child.
struct MailSample {
  std::string_view title;
  std::string_view subject;
  std::string_view text;
};

[[nodiscard]] const std::vector<MailSample>& mail_samples();

}  // namespace reviewd
