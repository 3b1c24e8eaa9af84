// The compiled packs as bytes of the binary: mapped with it, never copied.
// Kept apart from builtin.cc so that new patterns rebuild only this object.
asm(R"(
    .section .rodata
    .balign 64
    .global statgrep_packs_begin
    .global statgrep_packs_end
statgrep_packs_begin:
    .incbin ")" STATGREP_PACKS_FILE R"("
statgrep_packs_end:
    .byte 0
    .previous
)");
