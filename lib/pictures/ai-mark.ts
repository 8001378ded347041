/**
 * IPTC's term for a picture that a trained model made: NewsCodes "Digital Source Type", as Google, Meta and the EU's
 * code of practice read it.
 */
export const AI_SOURCE_TYPE =
  'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';

/** Stands in the terms for pictures that a model made wholly and in part, whatever way the packet writes them. */
export const AI_TERM = 'rainedAlgorithmicMedia';

/** What every file of an AI-made picture carries (XMP, IPTC Photo Metadata 2023.1). The same bytes every time. */
export const AI_MARK_XMP = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" Iptc4xmpExt:DigitalSourceType="${AI_SOURCE_TYPE}" photoshop:Credit="Made with AI in Twelvefold" xmp:CreatorTool="Twelvefold"/></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
