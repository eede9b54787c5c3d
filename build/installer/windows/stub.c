/* Stands in for electron.exe in a rehearsal: the wire of fuses that packaging closes, and nothing to run. */
#include <windows.h>
__attribute__((used)) static const char fuses[] = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x08" "10101010";
int WINAPI WinMain(HINSTANCE a, HINSTANCE b, LPSTR c, int d) { return ((volatile const char *)fuses)[0] == 0; }
