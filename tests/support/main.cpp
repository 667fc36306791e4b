#define CATCH_CONFIG_RUNNER
#include <sodium.h>

#include <catch2/catch.hpp>

#include "reviewd/documents/reader.hpp"

int main(int argc, char** argv) {
  reviewd::end_as_reader(argc, argv);
  if (sodium_init() < 0) return 1;
  return Catch::Session().run(argc, argv);
}
