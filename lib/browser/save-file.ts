// Hands a file to the browser's download by a link: needs no permission and works in frames and the side panel.

/** Resolves when the download was handed over. */
export async function saveFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer> | Blob,
  mime: string,
): Promise<void> {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after this turn; a minute is ample for the largest sheet.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
