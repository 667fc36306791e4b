#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// Which documents of the case an embargo covers, and which it does not, each under its own heading. `documents` is the
/// API's list for whoever looks: a title that an embargo keeps from them is not in it. `may_place`: they may place an
/// embargo, so a document that no embargo covers has a link that begins one on it. None for a case without documents.
[[nodiscard]] std::vector<Section> embargo_documents(const boost::json::array& documents, const std::string& embargo,
                                                     const std::string& case_address, bool may_place);

}  // namespace reviewd
