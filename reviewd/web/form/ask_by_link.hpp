#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// A page on which a coordinator sends somebody at an agency a link to answer by.
struct LinkAsking {
  std::string source;  ///< the address of the API that tells what is asked of agencies
  std::string title;
  std::string caption;
  std::string at;  ///< the address of this page
  std::string back;
  std::string back_words;
  std::string hint;               ///< what whoever is asked will see
  std::vector<std::string> says;  ///< what the link does
  std::string nobody;             ///< where there is nobody to ask
  int days;                       ///< so long the link opens
  /// The entry that asks an agency of the register, by what the source tells; empty where none does.
  std::string (*request)(const boost::json::value& source, const boost::json::value& agency);
};

/// Whether the visitor may: those who ask agencies for returns too.
[[nodiscard]] bool may_ask_by_link(const PageCall& call);

[[nodiscard]] Response show_ask_by_link(PageCall& call, const LinkAsking& asking);
[[nodiscard]] Response send_ask_by_link(PageCall& call, const LinkAsking& asking);

/// Whether a record that names `body` means an agency of the register: by its id, or as the body of the law that it is.
[[nodiscard]] bool means_agency(const std::string& body, const boost::json::value& agency);

}  // namespace reviewd
