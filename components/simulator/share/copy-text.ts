/**
 * Copies what stands in a field. The clipboard is there in secure contexts only; a classroom's plain http has the older
 * command, and where that is refused too, the text is left selected for the reader to copy.
 */
export async function copyText(field: HTMLInputElement): Promise<'copied' | 'selected'> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch {
    return document.execCommand('copy') ? 'copied' : 'selected';
  }
}
