import { type ReactNode, useId } from 'react';

/** A place that calendars are looked at in. All lengths are millimetres of the real things. */
export type Scene = {
  widthMm: number;
  heightMm: number;
  /** Which part stays in view where the window is wider than the scene. */
  keeps: 'Min' | 'Mid' | 'Max';
  /** A calendar hangs with its middle there, or stands with its foot there. */
  place: { centreXMm: number; yMm: number; stands: 'on' | 'against' };
  Things: () => ReactNode;
};

/** A sofa 1.9 m wide with its back at 0.85 m, a door 2 m high and a floor lamp; the floor is at 1770. */
export const LivingRoomScene: Scene = {
  widthMm: 2000,
  heightMm: 1180,
  keeps: 'Mid',
  place: { centreXMm: 1000, yMm: 370, stands: 'against' },
  Things: LivingRoom,
};

/** A desk with a mug of 95 mm and pencils of 190 mm, as seen from a chair. */
export const DeskScene: Scene = {
  widthMm: 780,
  heightMm: 460,
  keeps: 'Max',
  place: { centreXMm: 390, yMm: 362, stands: 'on' },
  Things: Desk,
};

function LivingRoom() {
  return (
    <g>
      <Door />
      <FloorLamp />
      <SofaAndCushions />
    </g>
  );
}

function Door() {
  return (
    <g transform="translate(1890 -230)">
      <rect width={900} height={2000} fill="#f4efe6" stroke="#cfc5b4" strokeWidth={6} />
      <rect x={60} y={60} width={780} height={1940} fill="#e8e0d2" />
      {[136, 956].map((y) => (
        <rect
          key={y}
          x={150}
          y={y}
          width={600}
          height={700}
          fill="none"
          stroke="#d2c7b5"
          strokeWidth={8}
        />
      ))}
      <circle cx={105} cy={950} r={20} fill="#8a7a5f" />
      <rect x={105} y={942} width={100} height={16} rx={8} fill="#9b8a6c" />
    </g>
  );
}

function FloorLamp() {
  const glow = useId();
  return (
    <g>
      <defs>
        <radialGradient id={glow}>
          <stop offset="0" stopColor="#fff0c4" stopOpacity="0.75" />
          <stop offset="1" stopColor="#fff0c4" stopOpacity="0" />
        </radialGradient>
      </defs>
      <circle cx={196} cy={330} r={480} fill={`url(#${glow})`} />
      <rect x={189} y={420} width={14} height={1350} fill="#5b4e3d" />
      <path d="M86 430 L306 430 L264 190 L128 190 Z" fill="#f5e6c6" />
      <path d="M86 430 L306 430 L302 412 L90 412 Z" fill="#e3cfa6" />
    </g>
  );
}

function SofaAndCushions() {
  return (
    <g transform="translate(0 920)">
      <path d="M110 850 V120 Q110 0 230 0 H1770 Q1890 0 1890 120 V850 Z" fill="#7c8a85" />
      <path
        d="M130 130 Q130 22 238 22 H1762 Q1870 22 1870 130"
        fill="none"
        stroke="#93a19c"
        strokeWidth={9}
      />
      <path d="M1000 26 V500" stroke="#6b7873" strokeWidth={5} />
      <rect x={160} y={400} width={1680} height={460} rx={50} fill="#87958f" />
      <Cushion x={430} y={250} tilt={-8} colour="#bd7650" seam="#a5623d" />
      <Cushion x={1560} y={262} tilt={9} colour="#e6d9c0" seam="#cdbb99" />
      <path d="M20 860 V300 Q20 190 125 190 Q230 190 230 300 V860 Z" fill="#6f7d78" />
      <path d="M1770 860 V300 Q1770 190 1875 190 Q1980 190 1980 300 V860 Z" fill="#6f7d78" />
    </g>
  );
}

/** 0.42 m square, its sides drawn in as a filled cover's are. */
function Cushion({
  x,
  y,
  tilt,
  colour,
  seam,
}: {
  x: number;
  y: number;
  tilt: number;
  colour: string;
  seam: string;
}) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${tilt})`}>
      <path
        d="M-205 -205 Q0 -178 205 -205 Q178 0 205 205 Q0 178 -205 205 Q-178 0 -205 -205 Z"
        fill={colour}
      />
      {[-90, -30, 30, 90].map((at) => (
        <path
          key={at}
          d={`M-160 ${at} Q0 ${at + 14} 160 ${at}`}
          fill="none"
          stroke={seam}
          strokeWidth={5}
        />
      ))}
    </g>
  );
}

function Desk() {
  return (
    <g>
      <rect x={-800} y={330} width={2400} height={600} fill="#b98f63" />
      <rect x={-800} y={330} width={2400} height={5} fill="#d1aa7e" />
      {[352, 381, 418].map((y) => (
        <path
          key={y}
          d={`M-800 ${y} C 0 ${y + 9} 500 ${y - 6} 1600 ${y + 4}`}
          stroke="#a67d53"
          strokeWidth={1.6}
          fill="none"
          opacity={0.6}
        />
      ))}
      <ellipse cx={390} cy={368} rx={135} ry={12} fill="#3a2412" opacity={0.35} />
      <Mug />
      <Pencils />
    </g>
  );
}

function Mug() {
  return (
    <g>
      <ellipse cx={612} cy={372} rx={56} ry={8} fill="#3a2412" opacity={0.35} />
      <path
        d="M652 298 C690 296 690 348 650 346"
        fill="none"
        stroke="#e9e3d8"
        strokeWidth={10}
        strokeLinecap="round"
      />
      <path
        d="M570 278 H654 V356 C654 368 644 373 634 373 H590 C580 373 570 368 570 356 Z"
        fill="#f3eee5"
      />
      <path
        d="M636 278 H654 V356 C654 368 644 373 634 373 H626 C634 350 637 310 636 278 Z"
        fill="#ddd4c5"
      />
      <ellipse cx={612} cy={278} rx={42} ry={7} fill="#cfc4b2" />
      <ellipse cx={612} cy={279} rx={36} ry={5} fill="#4a2f1c" />
    </g>
  );
}

const PENCILS = [
  { x: 150, tilt: -8, colour: '#a63d22' },
  { x: 168, tilt: -2, colour: '#39637f' },
  { x: 184, tilt: 5, colour: '#d3a338' },
  { x: 198, tilt: 11, colour: '#2c6b45' },
];

function Pencils() {
  return (
    <g>
      <ellipse cx={175} cy={374} rx={50} ry={8} fill="#3a2412" opacity={0.35} />
      {PENCILS.map(({ x, tilt, colour }) => (
        <g key={x} transform={`rotate(${tilt} ${x} 372)`}>
          <rect x={x - 3.5} y={200} width={7} height={170} fill={colour} />
          <path d={`M${x - 3.5} 200 L${x} 182 L${x + 3.5} 200 Z`} fill="#e8cfa6" />
          <path d={`M${x - 1.2} 188 L${x} 182 L${x + 1.2} 188 Z`} fill="#3a332b" />
        </g>
      ))}
      <path d="M138 280 H212 L208 374 H142 Z" fill="#5f6d69" />
      <path d="M190 280 H212 L208 374 H192 Z" fill="#52605c" />
      <rect x={136} y={277} width={78} height={7} rx={3.5} fill="#73827d" />
    </g>
  );
}
