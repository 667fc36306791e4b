#pragma once

#include <google/protobuf/descriptor.h>

#include <string_view>
#include <vector>

#include "reviewd/web/words/form_offers.hpp"

namespace reviewd {

/// Which register of names a field refers to: `agency` for one of them by its id, `body` for an agency or a partner,
/// `told` for anybody who can be told something, `signer` for a body that must sign, `person` or `area`. Empty for a
/// field that refers to none.
[[nodiscard]] std::string_view register_of_field(const google::protobuf::FieldDescriptor& field);

/// The bodies of the law that a register offers before it is known; none for the other registers.
[[nodiscard]] const std::vector<Offer>& bodies_for(std::string_view sort);

}  // namespace reviewd
