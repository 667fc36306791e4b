#include "reviewd/storage/secret_box.hpp"

#include <sodium.h>

#include <array>

#include "libreview/store/digest.hpp"

namespace reviewd {
namespace {

using Key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;
using Nonce = std::array<unsigned char, crypto_secretbox_NONCEBYTES>;

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Key key_of(std::string_view store_key, std::string_view pepper, std::string_view person) {
  // Digests, so that parts of any length cannot run into each other; the store's key is 32 bytes long.
  const auto of_pepper = review::sha256({pepper});
  const auto root = review::sha256({"box ", store_key, review::as_text(of_pepper)});
  Key key{};
  crypto_generichash(key.data(), key.size(), bytes(person), person.size(), root.data(), root.size());
  return key;
}

std::optional<std::string> opened(std::string_view sealed, const Key& key) {
  if (sealed.size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES) return std::nullopt;
  const auto nonce = sealed.substr(0, crypto_secretbox_NONCEBYTES);
  const auto closed = sealed.substr(crypto_secretbox_NONCEBYTES);
  std::string out(closed.size() - crypto_secretbox_MACBYTES, '\0');
  if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(out.data()), bytes(closed), closed.size(),
                                 bytes(nonce), key.data()) != 0) {
    return std::nullopt;
  }
  return out;
}

}  // namespace

std::string SecretBox::seal(std::string_view secret, std::string_view person, review::Random& random) const {
  const auto key = key_of(store_key_, pepper_, person);
  Nonce nonce{};
  random.fill(nonce);
  std::string out(nonce.begin(), nonce.end());
  out.resize(nonce.size() + crypto_secretbox_MACBYTES + secret.size());
  crypto_secretbox_easy(reinterpret_cast<unsigned char*>(out.data()) + nonce.size(), bytes(secret), secret.size(),
                        nonce.data(), key.data());
  return out;
}

std::optional<std::string> SecretBox::open(std::string_view sealed, std::string_view person) const {
  if (auto found = opened(sealed, key_of(store_key_, pepper_, person)); found || pepper_.empty()) return found;
  return opened(sealed, key_of(store_key_, {}, person));
}

}  // namespace reviewd
