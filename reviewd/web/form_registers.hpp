#pragma once

#include <google/protobuf/descriptor.h>

#include <string_view>
#include <vector>

#include "reviewd/web/form_offers.hpp"
#include "reviewd/web/page.hpp"

namespace reviewd {

/// Which register of names a field refers to: `agency` for one of them by its id, `body` for an agency or a partner,
/// `told` for anybody who can be told something, `signer` for a body that must sign, `person` or `area`. Empty for a
/// field that refers to none.
[[nodiscard]] std::string_view register_of_field(const google::protobuf::FieldDescriptor& field);

/// The bodies of the law that a register offers before it is known; none for the other registers.
[[nodiscard]] const std::vector<Offer>& bodies_for(std::string_view sort);

/// Asks the API for the names that the visitor may see: agencies, people, local authorities and the bodies that sign.
/// Where the visitor may not see a list, its fields take any name.
void take_registers(const PageCall& call, Offers& offers);

}  // namespace reviewd
