import type { Edition } from '../press';
import { textString } from './pdf-values';

export type FileFacts = {
  title: string;
  language: string;
  edition: Edition;
  /** A model made some of the pictures: the file says so, as their own files do. */
  hasAiPictures?: boolean;
};

const PRODUCER = 'Twelvefold';

/** A file's bytes must not depend on the day it was made: every file carries this one. */
const FIXED_DATE = '2000-01-01T00:00:00Z';

/** Characters that XML has no way to write are left out of both places that carry the title, which must be equal. */
function cleanTitle(title: string): string {
  return title.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ');
}

/** The Info dictionary: the same facts as in the XMP, for older readers and for press software. */
export function infoDictionary({ title, edition }: FileFacts): string {
  const date = textString(`D:${FIXED_DATE.replaceAll(/\D/g, '')}Z`);
  return [
    `<< /Title ${textString(cleanTitle(title))}`,
    `/Creator (${PRODUCER}) /Producer (${PRODUCER})`,
    `/CreationDate ${date} /ModDate ${date}`,
    ...(edition === 'press' ? ['/Trapped /False', '/GTS_PDFXVersion (PDF/X-4)'] : []),
    '>>',
  ].join('\n');
}

/** IPTC's term for a work with parts that a trained model made (NewsCodes "Digital Source Type"). */
const AI_MARK =
  '<Iptc4xmpExt:DigitalSourceType xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>\n';

/**
 * The metadata packet. For the press what PDF/X-4 asks for (ISO 15930-7, 6.4), for the digital edition the mark of
 * PDF/UA (ISO 14289-1, 5).
 * @param contentId 16 bytes that only this file's content has
 */
export function xmpPacket(
  { title, language, edition, hasAiPictures = false }: FileFacts,
  contentId: Uint8Array,
): Uint8Array {
  const ids = `uuid:${uuid(contentId)}`;
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapedXml(cleanTitle(title))}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapedXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>${FIXED_DATE}</xmp:CreateDate>
<xmp:ModifyDate>${FIXED_DATE}</xmp:ModifyDate>
<xmp:MetadataDate>${FIXED_DATE}</xmp:MetadataDate>
<xmpMM:DocumentID>${ids}</xmpMM:DocumentID>
<xmpMM:InstanceID>${ids}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${PRODUCER}</pdf:Producer>
${editionMark(edition)}${hasAiPictures ? AI_MARK : ''}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
  return new TextEncoder().encode(packet);
}

function editionMark(edition: Edition): string {
  switch (edition) {
    case 'press':
      return '<pdf:Trapped>False</pdf:Trapped>\n<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n';
    case 'digital':
      return '<pdfuaid:part>1</pdfuaid:part>\n';
    case 'proof':
      return '';
  }
}

function escapedXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A UUID of version 8, which is for ids that are made of something else than chance or time (RFC 9562, 5.8). */
function uuid(bytes: Uint8Array): string {
  const own = Uint8Array.from(bytes.subarray(0, 16));
  own[6] = ((own[6] ?? 0) & 0x0f) | 0x80;
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(own).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
