/* Replays a corpus through a fuzz target, where libFuzzer is not there to do it.
 *
 * Each argument is a file or a folder of files. A target sees each file whole and cut short after
 * every byte (at most PREFIXES of them), since a parser's mistakes are found where its input ends.
 * The bytes are a block of exactly their size, so that the address sanitizer sees a read past the
 * end. */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PREFIXES = 512 };

static void fail(const char *what, const char *path) {
  perror(path);
  (void)fprintf(stderr, "cannot %s %s\n", what, path);
  exit(2);
}

static void try_bytes(const uint8_t *bytes, size_t size) {
  uint8_t *copy = malloc(size > 0 ? size : 1);
  if (copy == NULL) fail("copy", "an input");
  if (size > 0) memcpy(copy, bytes, size);
  (void)LLVMFuzzerTestOneInput(copy, size);
  free(copy);
}

static void try_file(const char *path) {
  FILE *file = fopen(path, "rb");
  struct stat about;
  if (file == NULL || fstat(fileno(file), &about) != 0) fail("read", path);
  const size_t size = (size_t)about.st_size;
  uint8_t *bytes = malloc(size + 1);
  if (bytes == NULL || fread(bytes, 1, size, file) != size) fail("read", path);
  (void)fclose(file);
  try_bytes(bytes, size);
  for (size_t length = 0; length < size && length < PREFIXES; length++) try_bytes(bytes, length);
  free(bytes);
}

/* How many files were tried. */
static size_t try_folder(const char *path) {
  DIR *folder = opendir(path);
  if (folder == NULL) fail("open", path);
  size_t count = 0;
  for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    char name[4096];
    (void)snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
    try_file(name);
    count++;
  }
  (void)closedir(folder);
  return count;
}

int main(int argc, char **argv) {
  size_t count = 0;
  for (int i = 1; i < argc; i++) {
    struct stat about;
    if (stat(argv[i], &about) != 0) fail("find", argv[i]);
    if (S_ISDIR(about.st_mode)) {
      count += try_folder(argv[i]);
    } else {
      try_file(argv[i]);
      count++;
    }
  }
  (void)printf("%zu inputs\n", count);
  return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
