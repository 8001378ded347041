/** What passes between the worker and the process that decodes one picture. Types only: that process loads nothing of ours. */
export type DecodeRequest = {
  inputPath: string;
  /** An empty folder that the decoder may fill: master.jpg, screen.jpg, thumb.jpg, grey.raw, colour.raw. */
  outputFolder: string;
  kind: 'JPEG' | 'PNG' | 'WebP';
  limits: {
    areaMaxPx: number;
    sideMinPx: number;
    sideMaxPx: number;
    ratioMax: number;
  };
  screenSidePx: number;
  thumbSidePx: number;
  hashGrid: { widthPx: number; heightPx: number };
  /** What every JPEG gets that says that a model made the picture. */
  aiMark: {
    xmp: string;
    /** Stands in the XMP of files that say so themselves. */
    term: string;
    /** It is so, whatever the file says. */
    isCertain: boolean;
  };
};

export type DecodeRefusal =
  | 'damaged'
  | 'too_small'
  | 'too_many_pixels'
  | 'too_narrow'
  | 'animated'
  | 'too_complex';

export type DecodeAnswer =
  | { refused: DecodeRefusal; detail: string }
  | {
      refused: null;
      /** Upright. */
      widthPx: number;
      heightPx: number;
      /** Of grey.raw, one byte a pixel. */
      greyWidthPx: number;
      greyHeightPx: number;
      /** Of colour.raw, three bytes a pixel. */
      colourWidthPx: number;
      colourHeightPx: number;
      hashPixelsBase64: string;
      exifBase64: string | null;
      /** The JPEGs carry the mark. */
      isAi: boolean;
      dominantColour: string;
    };
