// Written by `npm run generate` from scripts/schemas; do not edit.
const keys0 = new Set(["principal","requestedBy","reason","ticket","access","starts","expires","duration","grace"]);
const keys1 = new Set(["stamp","formerStamps","security","clouds","grants","limits","deny","separationOfDuties","hours","asking","groups","rules","modes","approval","guard","breakGlass","unmanaged","notices","prune","heartbeat"]);
const keys2 = new Set(["name","team","id","now","grant","held","history","refusedBy","warnedBy","approvals","approvers"]);
"use strict";
export const grant = validate20;
const pattern4 = new RegExp("^[a-z0-9][a-z0-9-]{0,59}$", "u");
const pattern7 = new RegExp("\\S", "u");
const pattern8 = new RegExp("^(?=.*\\S)[^\\n]*$", "u");
const pattern9 = new RegExp("^[a-z0-9][!-~]*$", "u");
const pattern10 = new RegExp("^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$", "u");
const pattern12 = new RegExp("^[a-z0-9/][!-~]*$", "u");
const pattern13 = new RegExp("^[!-~]+(?: [!-~]+)*$", "u");
const pattern18 = new RegExp("^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", "u");
const pattern20 = new RegExp("^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", "u");
const pattern21 = new RegExp("^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", "u");

function validate20(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.grace === undefined){
data.grace = "0m";
}
if(data.principal === undefined) errors++;
if(data.access === undefined) errors++;
if(data.expires === undefined) errors++;
for(const key0 in data){
if(!(keys0.has(key0))) errors++;
}
if(data.principal !== undefined){
let data0 = data.principal;
const _errs3 = errors;
let valid1 = true;
const _errs4 = errors;
if(!(Array.isArray(data0))) errors++;
var _valid0 = _errs4 === errors;
errors = _errs3;
let ifClause0;
if(_valid0){
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length > 10) errors++;
if(data0.length < 1) errors++;
errors += misfits(data0, pattern4);
if(twins(data0)) errors++;
}
else errors++;
var _valid0 = _errs6 === errors;
valid1 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(!fits(data0, pattern4)) errors++;
var _valid0 = _errs12 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1) errors++;
}
if(data.requestedBy !== undefined && (!fits(data.requestedBy, pattern4))) errors++;
if(data.reason !== undefined && (!fits(data.reason, pattern7))) errors++;
if(data.ticket !== undefined && (!fits(data.ticket, pattern8))) errors++;
if(data.access !== undefined){
let data5 = data.access;
if(Array.isArray(data5)){
if(data5.length < 1) errors++;
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
const _errs27 = errors;
let valid12 = true;
const _errs28 = errors;
if(errors === _errs28){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing0;
if((data6.gcp === undefined) && (missing0 = "gcp")) errors++;
}
else errors++;
}
var _valid1 = _errs28 === errors;
errors = _errs27;
let ifClause1;
if(_valid1){
const _errs30 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.gcp === undefined) errors++;
if(data6.role === undefined) errors++;
for(const key1 in data6){
if(!((((((key1 === "gcp") || (key1 === "role")) || (key1 === "condition")) || (key1 === "enforce")) || (key1 === "adopt")) || (key1 === "replace"))) errors++;
}
if(data6.gcp !== undefined && (!fits(data6.gcp, pattern9))) errors++;
if(data6.role !== undefined && (!fits(data6.role, pattern10))) errors++;
if(data6.condition !== undefined && (!fits(data6.condition, pattern8))) errors++;
if(data6.enforce !== undefined){
let data10 = data6.enforce;
if(typeof data10 !== "string") errors++;
if(!(((data10 === "pim") || (data10 === "run")) || (data10 === "auto"))) errors++;
}
if(data6.adopt !== undefined && (typeof data6.adopt !== "boolean")) errors++;
if(data6.replace !== undefined && (typeof data6.replace !== "boolean")) errors++;
}
else errors++;
var _valid1 = _errs30 === errors;
valid12 = _valid1;
if(valid12){
var props0 = true;
}
ifClause1 = "then";
}
else {
const _errs48 = errors;
const _errs49 = errors;
let valid17 = true;
const _errs50 = errors;
if(errors === _errs50){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.azure === undefined) && (missing1 = "azure")) errors++;
}
else errors++;
}
var _valid2 = _errs50 === errors;
errors = _errs49;
let ifClause2;
if(_valid2){
const _errs52 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.azure === undefined) errors++;
if(data6.role === undefined) errors++;
for(const key2 in data6){
if(!((((((key2 === "azure") || (key2 === "role")) || (key2 === "condition")) || (key2 === "enforce")) || (key2 === "adopt")) || (key2 === "replace"))) errors++;
}
if(data6.azure !== undefined && (!fits(data6.azure, pattern12))) errors++;
if(data6.role !== undefined && (!fits(data6.role, pattern13))) errors++;
if(data6.condition !== undefined && (!fits(data6.condition, pattern8))) errors++;
if(data6.enforce !== undefined){
let data16 = data6.enforce;
if(typeof data16 !== "string") errors++;
if(!(((data16 === "pim") || (data16 === "run")) || (data16 === "auto"))) errors++;
}
if(data6.adopt !== undefined && (typeof data6.adopt !== "boolean")) errors++;
if(data6.replace !== undefined && (typeof data6.replace !== "boolean")) errors++;
}
else errors++;
var _valid2 = _errs52 === errors;
valid17 = _valid2;
if(valid17){
var props1 = true;
}
ifClause2 = "then";
}
else {
const _errs70 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.role === undefined) errors++;
if(data6.place === undefined) errors++;
for(const key3 in data6){
if(!(((((key3 === "role") || (key3 === "place")) || (key3 === "enforce")) || (key3 === "adopt")) || (key3 === "replace"))) errors++;
}
if(data6.role !== undefined && (!fits(data6.role, pattern4))) errors++;
if(data6.place !== undefined){
let data20 = data6.place;
const _errs77 = errors;
let valid24 = true;
const _errs78 = errors;
if(!(Array.isArray(data20))) errors++;
var _valid3 = _errs78 === errors;
errors = _errs77;
let ifClause3;
if(_valid3){
const _errs80 = errors;
if(Array.isArray(data20)){
if(data20.length < 1) errors++;
errors += misfits(data20, pattern4);
if(twins(data20)) errors++;
}
else errors++;
var _valid3 = _errs80 === errors;
valid24 = _valid3;
ifClause3 = "then";
}
else {
const _errs86 = errors;
if(!fits(data20, pattern4)) errors++;
var _valid3 = _errs86 === errors;
valid24 = _valid3;
ifClause3 = "else";
}
if(!valid24) errors++;
}
if(data6.enforce !== undefined){
let data22 = data6.enforce;
if(typeof data22 !== "string") errors++;
if(!(((data22 === "pim") || (data22 === "run")) || (data22 === "auto"))) errors++;
}
if(data6.adopt !== undefined && (typeof data6.adopt !== "boolean")) errors++;
if(data6.replace !== undefined && (typeof data6.replace !== "boolean")) errors++;
}
else errors++;
var _valid2 = _errs70 === errors;
valid17 = _valid2;
if(valid17){
if(props1 !== true){
props1 = true;
}
}
ifClause2 = "else";
}
if(!valid17) errors++;
var _valid1 = _errs48 === errors;
valid12 = _valid1;
if(valid12){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause1 = "else";
}
if(!valid12) errors++;
}
}
else errors++;
}
if(data.starts !== undefined && (!fits(data.starts, pattern18))) errors++;
if(data.expires !== undefined && (!fits(data.expires, pattern18))) errors++;
if(data.duration !== undefined && (!fits(data.duration, pattern20))) errors++;
if(!fits(data.grace, pattern21)) errors++;
}
else errors++;
return errors === 0;
}

export const team = validate21;
const pattern23 = new RegExp("^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$", "u");
const pattern25 = new RegExp("^(?!none$)[a-z0-9][a-z0-9-]{0,59}$", "u");
const pattern26 = new RegExp("^(?:projects|folders|organizations)/[!-~]+$", "u");
const pattern27 = new RegExp("^/[!-~]*$", "u");

function validate21(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zone === undefined){
data.zone = "UTC";
}
if(data.approvers === undefined) errors++;
if(data.places === undefined) errors++;
for(const key0 in data){
if(!(((key0 === "approvers") || (key0 === "zone")) || (key0 === "places"))) errors++;
}
if(data.approvers !== undefined){
let data0 = data.approvers;
if(Array.isArray(data0)){
if(data0.length < 2) errors++;
errors += misfits(data0, pattern4);
if(twins(data0)) errors++;
}
else errors++;
}
if(!fits(data.zone, pattern23)) errors++;
if(data.places !== undefined){
let data3 = data.places;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1) errors++;
for(const key1 in data3){
const _errs13 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)) errors++;
}
else errors++;
var valid6 = _errs13 === errors;
if(!valid6) errors++;
}
for(const key2 in data3){
let data4 = data3[key2];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 2) errors++;
if(data4.env === undefined) errors++;
for(const key3 in data4){
if(!(((key3 === "env") || (key3 === "gcp")) || (key3 === "azure"))) errors++;
}
if(data4.env !== undefined && (!fits(data4.env, pattern25))) errors++;
if(data4.gcp !== undefined && (!fits(data4.gcp, pattern26))) errors++;
if(data4.azure !== undefined && (!fits(data4.azure, pattern27))) errors++;
}
else errors++;
}
}
else errors++;
}
}
else errors++;
return errors === 0;
}

export const people = validate22;
const pattern30 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "u");
const pattern31 = new RegExp("^[A-Za-z]+:[!-~]+$", "u");
const pattern32 = new RegExp("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", "u");

function validate22(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1) errors++;
for(const key0 in data){
if(!(((key0 === "people") || (key0 === "groups")) || (key0 === "services"))) errors++;
}
if(data.people !== undefined){
let data0 = data.people;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
const _errs4 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)) errors++;
}
else errors++;
var valid1 = _errs4 === errors;
if(!valid1) errors++;
}
for(const key2 in data0){
let data1 = data0[key2];
const _errs9 = errors;
let valid4 = true;
const _errs10 = errors;
if(errors === _errs10){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing0;
if((data1.person === undefined) && (missing0 = "person")) errors++;
}
else errors++;
}
var _valid0 = _errs10 === errors;
errors = _errs9;
let ifClause0;
if(_valid0){
const _errs12 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.person === undefined) errors++;
for(const key3 in data1){
if(!(((((key3 === "person") || (key3 === "github")) || (key3 === "gcp")) || (key3 === "azure")) || (key3 === "left"))) errors++;
}
if(data1.person !== undefined && (!fits(data1.person, pattern4))) errors++;
if(data1.github !== undefined && (!fits(data1.github, pattern30))) errors++;
if(data1.gcp !== undefined && (!fits(data1.gcp, pattern31))) errors++;
if(data1.azure !== undefined && (!fits(data1.azure, pattern32))) errors++;
if(data1.left !== undefined && (!fits(data1.left, pattern18))) errors++;
}
else errors++;
var _valid0 = _errs12 === errors;
valid4 = _valid0;
if(valid4){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs30 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined) errors++;
for(const key4 in data1){
if(!(((((key4 === "name") || (key4 === "github")) || (key4 === "gcp")) || (key4 === "azure")) || (key4 === "left"))) errors++;
}
if(data1.name !== undefined && (!fits(data1.name, pattern8))) errors++;
if(data1.github !== undefined && (!fits(data1.github, pattern30))) errors++;
if(data1.gcp !== undefined && (!fits(data1.gcp, pattern31))) errors++;
if(data1.azure !== undefined && (!fits(data1.azure, pattern32))) errors++;
if(data1.left !== undefined && (!fits(data1.left, pattern18))) errors++;
}
else errors++;
var _valid0 = _errs30 === errors;
valid4 = _valid0;
if(valid4){
if(props0 !== true){
props0 = true;
}
}
ifClause0 = "else";
}
if(!valid4) errors++;
}
}
else errors++;
}
if(data.groups !== undefined){
let data12 = data.groups;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key5 in data12){
const _errs50 = errors;
if(typeof key5 === "string"){
if(!pattern4.test(key5)) errors++;
}
else errors++;
var valid17 = _errs50 === errors;
if(!valid17) errors++;
}
for(const key6 in data12){
let data13 = data12[key6];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length < 2) errors++;
if(data13.members === undefined) errors++;
for(const key7 in data13){
if(!(((key7 === "gcp") || (key7 === "azure")) || (key7 === "members"))) errors++;
}
if(data13.gcp !== undefined && (!fits(data13.gcp, pattern31))) errors++;
if(data13.azure !== undefined && (!fits(data13.azure, pattern32))) errors++;
if(data13.members !== undefined){
let data16 = data13.members;
if(Array.isArray(data16)){
if(data16.length < 1) errors++;
errors += misfits(data16, pattern4);
if(twins(data16)) errors++;
}
else errors++;
}
}
else errors++;
}
}
else errors++;
}
if(data.services !== undefined){
let data18 = data.services;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key8 in data18){
const _errs71 = errors;
if(typeof key8 === "string"){
if(!pattern4.test(key8)) errors++;
}
else errors++;
var valid27 = _errs71 === errors;
if(!valid27) errors++;
}
for(const key9 in data18){
let data19 = data18[key9];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length < 1) errors++;
for(const key10 in data19){
if(!((key10 === "gcp") || (key10 === "azure"))) errors++;
}
if(data19.gcp !== undefined && (!fits(data19.gcp, pattern31))) errors++;
if(data19.azure !== undefined && (!fits(data19.azure, pattern32))) errors++;
}
else errors++;
}
}
else errors++;
}
}
else errors++;
return errors === 0;
}

export const role = validate23;
const pattern49 = new RegExp("^\\$place(?:/[!-~]+)?$", "u");

function validate23(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.privileged === undefined){
data.privileged = false;
}
if(data.approvers === undefined){
data.approvers = [];
}
if(data.description === undefined) errors++;
if(data.access === undefined) errors++;
for(const key0 in data){
if(!((((((key0 === "description") || (key0 === "maxDuration")) || (key0 === "privileged")) || (key0 === "approvers")) || (key0 === "enforce")) || (key0 === "access"))) errors++;
}
if(data.description !== undefined && (!fits(data.description, pattern7))) errors++;
if(data.maxDuration !== undefined && (!fits(data.maxDuration, pattern20))) errors++;
if(typeof data.privileged !== "boolean") errors++;
let data3 = data.approvers;
if(Array.isArray(data3)){
errors += misfits(data3, pattern4);
if(twins(data3)) errors++;
}
else errors++;
if(data.enforce !== undefined){
let data5 = data.enforce;
if(typeof data5 !== "string") errors++;
if(!(((data5 === "pim") || (data5 === "run")) || (data5 === "auto"))) errors++;
}
if(data.access !== undefined){
let data6 = data.access;
if(Array.isArray(data6)){
if(data6.length < 1) errors++;
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
const _errs21 = errors;
let valid9 = true;
const _errs22 = errors;
if(errors === _errs22){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing0;
if((data7.gcp === undefined) && (missing0 = "gcp")) errors++;
}
else errors++;
}
var _valid0 = _errs22 === errors;
errors = _errs21;
let ifClause0;
if(_valid0){
const _errs24 = errors;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.gcp === undefined) errors++;
if(data7.role === undefined) errors++;
for(const key1 in data7){
if(!(((key1 === "gcp") || (key1 === "role")) || (key1 === "condition"))) errors++;
}
if(data7.gcp !== undefined && (!fits(data7.gcp, pattern49))) errors++;
if(data7.role !== undefined && (!fits(data7.role, pattern10))) errors++;
if(data7.condition !== undefined && (!fits(data7.condition, pattern8))) errors++;
}
else errors++;
var _valid0 = _errs24 === errors;
valid9 = _valid0;
if(valid9){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs36 = errors;
const _errs37 = errors;
let valid14 = true;
const _errs38 = errors;
if(errors === _errs38){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if((data7.azure === undefined) && (missing1 = "azure")) errors++;
}
else errors++;
}
var _valid1 = _errs38 === errors;
errors = _errs37;
let ifClause1;
if(_valid1){
const _errs40 = errors;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.azure === undefined) errors++;
if(data7.role === undefined) errors++;
for(const key2 in data7){
if(!(((key2 === "azure") || (key2 === "role")) || (key2 === "condition"))) errors++;
}
if(data7.azure !== undefined && (!fits(data7.azure, pattern49))) errors++;
if(data7.role !== undefined && (!fits(data7.role, pattern13))) errors++;
if(data7.condition !== undefined && (!fits(data7.condition, pattern8))) errors++;
}
else errors++;
var _valid1 = _errs40 === errors;
valid14 = _valid1;
if(valid14){
var props1 = true;
}
ifClause1 = "then";
}
else {
var _valid1 = false;
errors++;
valid14 = _valid1;
ifClause1 = "else";
}
if(!valid14) errors++;
var _valid0 = _errs36 === errors;
valid9 = _valid0;
if(valid9){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause0 = "else";
}
if(!valid9) errors++;
}
}
else errors++;
}
}
else errors++;
return errors === 0;
}

export const policy = validate24;
const pattern55 = new RegExp("^[a-z0-9][a-z0-9-]{0,23}$", "u");
const pattern60 = new RegExp("^(?:projects|folders|organizations)/[a-z0-9-]+$", "u");
const pattern61 = new RegExp("^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$", "u");
const pattern62 = new RegExp("^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$", "u");
const pattern63 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");
const pattern68 = new RegExp("^[A-Za-z0-9.*/]+/(?:write|delete|action)$", "u");
const pattern77 = new RegExp("^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$", "u");
const pattern78 = new RegExp("^[a-z0-9-]+:[!-~]+$", "u");
const pattern79 = new RegExp("^[!-~]+$", "u");
const pattern84 = new RegExp("^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$", "u");
const pattern86 = new RegExp("^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$", "u");

function validate24(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.formerStamps === undefined){
data.formerStamps = [];
}
if(data.grants === undefined){
data.grants = {};
}
if(data.limits === undefined){
data.limits = [];
}
if(data.deny === undefined){
data.deny = {};
}
if(data.separationOfDuties === undefined){
data.separationOfDuties = [];
}
if(data.hours === undefined){
data.hours = [];
}
if(data.asking === undefined){
data.asking = [];
}
if(data.groups === undefined){
data.groups = {};
}
if(data.rules === undefined){
data.rules = [];
}
if(data.modes === undefined){
data.modes = [];
}
if(data.approval === undefined){
data.approval = {};
}
if(data.guard === undefined){
data.guard = {};
}
if(data.unmanaged === undefined){
data.unmanaged = {};
}
if(data.notices === undefined){
data.notices = {};
}
if(data.prune === undefined){
data.prune = {};
}
if(data.heartbeat === undefined){
data.heartbeat = {};
}
if(data.stamp === undefined) errors++;
if(data.security === undefined) errors++;
if(data.clouds === undefined) errors++;
for(const key0 in data){
if(!(keys1.has(key0))) errors++;
}
if(data.stamp !== undefined && (!fits(data.stamp, pattern55))) errors++;
let data1 = data.formerStamps;
if(Array.isArray(data1)){
errors += misfits(data1, pattern55);
if(twins(data1)) errors++;
}
else errors++;
if(data.security !== undefined){
let data3 = data.security;
if(Array.isArray(data3)){
if(data3.length < 1) errors++;
errors += misfits(data3, pattern4);
if(twins(data3)) errors++;
}
else errors++;
}
if(data.clouds !== undefined){
let data5 = data.clouds;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1) errors++;
for(const key1 in data5){
if(!((key1 === "gcp") || (key1 === "azure"))) errors++;
}
if(data5.gcp !== undefined){
let data6 = data5.gcp;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.manages === undefined) errors++;
for(const key2 in data6){
if(!(((key2 === "reads") || (key2 === "manages")) || (key2 === "recall"))) errors++;
}
if(data6.reads !== undefined){
let data7 = data6.reads;
if(Array.isArray(data7)){
if(data7.length < 1) errors++;
errors += misfits(data7, pattern26);
if(twins(data7)) errors++;
}
else errors++;
}
if(data6.manages !== undefined){
let data9 = data6.manages;
if(Array.isArray(data9)){
if(data9.length < 1) errors++;
errors += misfits(data9, pattern26);
if(twins(data9)) errors++;
}
else errors++;
}
if(data6.recall !== undefined){
let data11 = data6.recall;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length < 1) errors++;
for(const key3 in data11){
if(!((((key3 === "lockdown") || (key3 === "denies")) || (key3 === "disables")) || (key3 === "signOut"))) errors++;
}
if(data11.lockdown !== undefined && (!fits(data11.lockdown, pattern60))) errors++;
if(data11.denies !== undefined){
let data13 = data11.denies;
if(Array.isArray(data13)){
if(data13.length < 1) errors++;
errors += misfits(data13, pattern61);
if(twins(data13)) errors++;
}
else errors++;
}
if(data11.disables !== undefined && (typeof data11.disables !== "boolean")) errors++;
if(data11.signOut !== undefined){
let data16 = data11.signOut;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.account === undefined) errors++;
for(const key4 in data16){
if(!((key4 === "account") || (key4 === "admin"))) errors++;
}
if(data16.account !== undefined && (!fits(data16.account, pattern62))) errors++;
if(data16.admin !== undefined && (!fits(data16.admin, pattern63))) errors++;
}
else errors++;
}
}
else errors++;
}
}
else errors++;
}
if(data5.azure !== undefined){
let data19 = data5.azure;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.tenant === undefined) errors++;
if(data19.manages === undefined) errors++;
for(const key5 in data19){
if(!((((((key5 === "tenant") || (key5 === "enforce")) || (key5 === "mayEnforce")) || (key5 === "reads")) || (key5 === "manages")) || (key5 === "recall"))) errors++;
}
if(data19.tenant !== undefined && (!fits(data19.tenant, pattern32))) errors++;
if(data19.enforce !== undefined){
let data21 = data19.enforce;
if(!(((data21 === "pim") || (data21 === "run")) || (data21 === "auto"))) errors++;
}
if(data19.mayEnforce !== undefined){
let data22 = data19.mayEnforce;
if(Array.isArray(data22)){
if(data22.length < 1) errors++;
const len5 = data22.length;
for(let i10=0; i10<len5; i10++){
let data23 = data22[i10];
if(typeof data23 !== "string") errors++;
if(!(((data23 === "pim") || (data23 === "run")) || (data23 === "auto"))) errors++;
}
if(twins(data22)) errors++;
}
else errors++;
}
if(data19.reads !== undefined){
let data24 = data19.reads;
if(Array.isArray(data24)){
if(data24.length < 1) errors++;
errors += misfits(data24, pattern27);
if(twins(data24)) errors++;
}
else errors++;
}
if(data19.manages !== undefined){
let data26 = data19.manages;
if(Array.isArray(data26)){
if(data26.length < 1) errors++;
errors += misfits(data26, pattern27);
if(twins(data26)) errors++;
}
else errors++;
}
if(data19.recall !== undefined){
let data28 = data19.recall;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length < 1) errors++;
for(const key6 in data28){
if(!((((key6 === "lockdown") || (key6 === "denies")) || (key6 === "disables")) || (key6 === "signOut"))) errors++;
}
if(data28.lockdown !== undefined && (!fits(data28.lockdown, pattern27))) errors++;
if(data28.denies !== undefined){
let data30 = data28.denies;
if(Array.isArray(data30)){
if(data30.length < 1) errors++;
errors += misfits(data30, pattern68);
if(twins(data30)) errors++;
}
else errors++;
}
if(data28.disables !== undefined && (typeof data28.disables !== "boolean")) errors++;
if(data28.signOut !== undefined){
let data33 = data28.signOut;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.account === undefined) errors++;
for(const key7 in data33){
if(!(key7 === "account")) errors++;
}
if(data33.account !== undefined && (!fits(data33.account, pattern32))) errors++;
}
else errors++;
}
}
else errors++;
}
}
else errors++;
}
}
else errors++;
}
let data35 = data.grants;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.maxDuration === undefined){
data35.maxDuration = "8h";
}
if(data35.maxTotal === undefined){
data35.maxTotal = "30d";
}
if(data35.maxHorizon === undefined){
data35.maxHorizon = "30d";
}
if(data35.maxGrace === undefined){
data35.maxGrace = "30m";
}
if(data35.require === undefined){
data35.require = ["reason"];
}
for(const key8 in data35){
if(!((((((key8 === "maxDuration") || (key8 === "maxTotal")) || (key8 === "maxHorizon")) || (key8 === "maxGrace")) || (key8 === "require")) || (key8 === "ticketPattern"))) errors++;
}
if(!fits(data35.maxDuration, pattern20)) errors++;
if(!fits(data35.maxTotal, pattern20)) errors++;
if(!fits(data35.maxHorizon, pattern20)) errors++;
if(!fits(data35.maxGrace, pattern21)) errors++;
let data40 = data35.require;
if(Array.isArray(data40)){
const len9 = data40.length;
for(let i18=0; i18<len9; i18++){
let data41 = data40[i18];
if(typeof data41 !== "string") errors++;
if(!((data41 === "reason") || (data41 === "ticket"))) errors++;
}
if(twins(data40)) errors++;
}
else errors++;
if(data35.ticketPattern !== undefined && (!fits(data35.ticketPattern, pattern8))) errors++;
}
else errors++;
let data43 = data.limits;
if(Array.isArray(data43)){
const len10 = data43.length;
for(let i20=0; i20<len10; i20++){
let data44 = data43[i20];
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length < 2) errors++;
if(data44.env === undefined) errors++;
for(const key9 in data44){
if(!(((key9 === "env") || (key9 === "maxDuration")) || (key9 === "deny"))) errors++;
}
if(data44.env !== undefined && (!fits(data44.env, pattern4))) errors++;
if(data44.maxDuration !== undefined && (!fits(data44.maxDuration, pattern20))) errors++;
if(data44.deny !== undefined && (typeof data44.deny !== "boolean")) errors++;
}
else errors++;
}
}
else errors++;
let data48 = data.deny;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.roles === undefined){
data48.roles = [];
}
if(data48.scopes === undefined){
data48.scopes = [];
}
if(data48.principals === undefined){
data48.principals = [];
}
for(const key10 in data48){
if(!(((key10 === "roles") || (key10 === "scopes")) || (key10 === "principals"))) errors++;
}
let data49 = data48.roles;
if(Array.isArray(data49)){
errors += misfits(data49, pattern77);
if(twins(data49)) errors++;
}
else errors++;
let data51 = data48.scopes;
if(Array.isArray(data51)){
errors += misfits(data51, pattern78);
if(twins(data51)) errors++;
}
else errors++;
let data53 = data48.principals;
if(Array.isArray(data53)){
errors += misfits(data53, pattern79);
if(twins(data53)) errors++;
}
else errors++;
}
else errors++;
let data55 = data.separationOfDuties;
if(Array.isArray(data55)){
const len14 = data55.length;
for(let i27=0; i27<len14; i27++){
let data56 = data55[i27];
if(Array.isArray(data56)){
if(data56.length < 2) errors++;
errors += misfits(data56, pattern4);
if(twins(data56)) errors++;
}
else errors++;
}
}
else errors++;
let data58 = data.hours;
if(Array.isArray(data58)){
const len16 = data58.length;
for(let i30=0; i30<len16; i30++){
let data59 = data58[i30];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.where === undefined){
data59.where = {};
}
if(data59.days === undefined){
data59.days = ["mon","tue","wed","thu","fri"];
}
if(data59.part === undefined){
data59.part = "whole";
}
if(data59.from === undefined) errors++;
if(data59.to === undefined) errors++;
for(const key11 in data59){
if(!((((((key11 === "where") || (key11 === "days")) || (key11 === "from")) || (key11 === "to")) || (key11 === "zone")) || (key11 === "part"))) errors++;
}
let data60 = data59.where;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.folder === undefined){
data60.folder = [];
}
if(data60.env === undefined){
data60.env = [];
}
if(data60.cloud === undefined){
data60.cloud = [];
}
if(data60.role === undefined){
data60.role = [];
}
if(data60.principal === undefined){
data60.principal = [];
}
for(const key12 in data60){
if(!(((((key12 === "folder") || (key12 === "env")) || (key12 === "cloud")) || (key12 === "role")) || (key12 === "principal"))) errors++;
}
let data61 = data60.folder;
if(Array.isArray(data61)){
errors += misfits(data61, pattern4);
}
else errors++;
let data63 = data60.env;
if(Array.isArray(data63)){
errors += misfits(data63, pattern4);
}
else errors++;
let data65 = data60.cloud;
if(Array.isArray(data65)){
errors += misfits(data65, pattern4);
}
else errors++;
let data67 = data60.role;
if(Array.isArray(data67)){
errors += misfits(data67, pattern84);
}
else errors++;
let data69 = data60.principal;
if(Array.isArray(data69)){
errors += misfits(data69, pattern4);
}
else errors++;
}
else errors++;
let data71 = data59.days;
if(Array.isArray(data71)){
if(data71.length < 1) errors++;
const len22 = data71.length;
for(let i36=0; i36<len22; i36++){
let data72 = data71[i36];
if(typeof data72 !== "string") errors++;
if(!(((((((data72 === "mon") || (data72 === "tue")) || (data72 === "wed")) || (data72 === "thu")) || (data72 === "fri")) || (data72 === "sat")) || (data72 === "sun"))) errors++;
}
if(twins(data71)) errors++;
}
else errors++;
if(data59.from !== undefined && (!fits(data59.from, pattern86))) errors++;
if(data59.to !== undefined && (!fits(data59.to, pattern86))) errors++;
if(data59.zone !== undefined && (!fits(data59.zone, pattern23))) errors++;
let data76 = data59.part;
if(typeof data76 !== "string") errors++;
if(!((data76 === "whole") || (data76 === "begin"))) errors++;
}
else errors++;
}
}
else errors++;
let data77 = data.asking;
if(Array.isArray(data77)){
const len23 = data77.length;
for(let i38=0; i38<len23; i38++){
let data78 = data77[i38];
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if(data78.for === undefined){
data78.for = [];
}
if(data78.by === undefined){
data78.by = [];
}
if(data78.self === undefined){
data78.self = true;
}
for(const key13 in data78){
if(!(((key13 === "for") || (key13 === "by")) || (key13 === "self"))) errors++;
}
let data79 = data78.for;
if(Array.isArray(data79)){
errors += misfits(data79, pattern4);
if(twins(data79)) errors++;
}
else errors++;
let data81 = data78.by;
if(Array.isArray(data81)){
errors += misfits(data81, pattern4);
if(twins(data81)) errors++;
}
else errors++;
if(typeof data78.self !== "boolean") errors++;
}
else errors++;
}
}
else errors++;
let data84 = data.groups;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
for(const key14 in data84){
if(!(key14 === "maxMembers")) errors++;
}
if(data84.maxMembers !== undefined){
let data85 = data84.maxMembers;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))) errors++;
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 < 1 || isNaN(data85)) errors++;
}
}
}
else errors++;
let data86 = data.rules;
if(Array.isArray(data86)){
const len26 = data86.length;
for(let i43=0; i43<len26; i43++){
let data87 = data86[i43];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.name === undefined) errors++;
if(data87.expression === undefined) errors++;
if(data87.message === undefined) errors++;
for(const key15 in data87){
if(!(((key15 === "name") || (key15 === "expression")) || (key15 === "message"))) errors++;
}
if(data87.name !== undefined && (!fits(data87.name, pattern4))) errors++;
if(data87.expression !== undefined && (!fits(data87.expression, pattern7))) errors++;
if(data87.message !== undefined && (!fits(data87.message, pattern7))) errors++;
}
else errors++;
}
}
else errors++;
let data91 = data.modes;
if(Array.isArray(data91)){
const len27 = data91.length;
for(let i44=0; i44<len27; i44++){
let data92 = data91[i44];
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
if(data92.where === undefined){
data92.where = {};
}
if(data92.rule === undefined) errors++;
if(data92.mode === undefined) errors++;
for(const key16 in data92){
if(!(((key16 === "rule") || (key16 === "mode")) || (key16 === "where"))) errors++;
}
if(data92.rule !== undefined && (!fits(data92.rule, pattern4))) errors++;
if(data92.mode !== undefined){
let data94 = data92.mode;
if(typeof data94 !== "string") errors++;
if(!(((data94 === "deny") || (data94 === "warn")) || (data94 === "off"))) errors++;
}
let data95 = data92.where;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.folder === undefined){
data95.folder = [];
}
if(data95.env === undefined){
data95.env = [];
}
if(data95.cloud === undefined){
data95.cloud = [];
}
if(data95.role === undefined){
data95.role = [];
}
if(data95.principal === undefined){
data95.principal = [];
}
for(const key17 in data95){
if(!(((((key17 === "folder") || (key17 === "env")) || (key17 === "cloud")) || (key17 === "role")) || (key17 === "principal"))) errors++;
}
let data96 = data95.folder;
if(Array.isArray(data96)){
errors += misfits(data96, pattern4);
}
else errors++;
let data98 = data95.env;
if(Array.isArray(data98)){
errors += misfits(data98, pattern4);
}
else errors++;
let data100 = data95.cloud;
if(Array.isArray(data100)){
errors += misfits(data100, pattern4);
}
else errors++;
let data102 = data95.role;
if(Array.isArray(data102)){
errors += misfits(data102, pattern84);
}
else errors++;
let data104 = data95.principal;
if(Array.isArray(data104)){
errors += misfits(data104, pattern4);
}
else errors++;
}
else errors++;
}
else errors++;
}
}
else errors++;
let data106 = data.approval;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.mode === undefined){
data106.mode = "enforce";
}
if(data106.minimum === undefined){
data106.minimum = 1;
}
if(data106.privileged === undefined){
data106.privileged = 2;
}
if(data106.more === undefined){
data106.more = [];
}
for(const key18 in data106){
if(!((((key18 === "mode") || (key18 === "minimum")) || (key18 === "privileged")) || (key18 === "more"))) errors++;
}
let data107 = data106.mode;
if(typeof data107 !== "string") errors++;
if(!(((data107 === "enforce") || (data107 === "warn")) || (data107 === "trust-branch-protection"))) errors++;
let data108 = data106.minimum;
if(!(((typeof data108 == "number") && (!(data108 % 1) && !isNaN(data108))) && (isFinite(data108)))) errors++;
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 < 1 || isNaN(data108)) errors++;
}
let data109 = data106.privileged;
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))) errors++;
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 < 1 || isNaN(data109)) errors++;
}
let data110 = data106.more;
if(Array.isArray(data110)){
const len33 = data110.length;
for(let i50=0; i50<len33; i50++){
let data111 = data110[i50];
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(data111.where === undefined){
data111.where = {};
}
if(data111.privileged === undefined){
data111.privileged = false;
}
if(data111.approvers === undefined){
data111.approvers = [];
}
for(const key19 in data111){
if(!((((key19 === "where") || (key19 === "privileged")) || (key19 === "minimum")) || (key19 === "approvers"))) errors++;
}
let data112 = data111.where;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.folder === undefined){
data112.folder = [];
}
if(data112.env === undefined){
data112.env = [];
}
if(data112.cloud === undefined){
data112.cloud = [];
}
if(data112.role === undefined){
data112.role = [];
}
if(data112.principal === undefined){
data112.principal = [];
}
for(const key20 in data112){
if(!(((((key20 === "folder") || (key20 === "env")) || (key20 === "cloud")) || (key20 === "role")) || (key20 === "principal"))) errors++;
}
let data113 = data112.folder;
if(Array.isArray(data113)){
errors += misfits(data113, pattern4);
}
else errors++;
let data115 = data112.env;
if(Array.isArray(data115)){
errors += misfits(data115, pattern4);
}
else errors++;
let data117 = data112.cloud;
if(Array.isArray(data117)){
errors += misfits(data117, pattern4);
}
else errors++;
let data119 = data112.role;
if(Array.isArray(data119)){
errors += misfits(data119, pattern84);
}
else errors++;
let data121 = data112.principal;
if(Array.isArray(data121)){
errors += misfits(data121, pattern4);
}
else errors++;
}
else errors++;
if(typeof data111.privileged !== "boolean") errors++;
if(data111.minimum !== undefined){
let data124 = data111.minimum;
if(!(((typeof data124 == "number") && (!(data124 % 1) && !isNaN(data124))) && (isFinite(data124)))) errors++;
if((typeof data124 == "number") && (isFinite(data124))){
if(data124 < 1 || isNaN(data124)) errors++;
}
}
let data125 = data111.approvers;
if(Array.isArray(data125)){
errors += misfits(data125, pattern4);
if(twins(data125)) errors++;
}
else errors++;
}
else errors++;
}
}
else errors++;
}
else errors++;
let data127 = data.guard;
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127.withdrawals === undefined){
data127.withdrawals = {};
}
if(data127.newGrants === undefined){
data127.newGrants = {};
}
if(data127.protect === undefined){
data127.protect = [];
}
for(const key21 in data127){
if(!(((key21 === "withdrawals") || (key21 === "newGrants")) || (key21 === "protect"))) errors++;
}
let data128 = data127.withdrawals;
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
if(data128.max === undefined){
data128.max = 3;
}
if(data128.percent === undefined){
data128.percent = 10;
}
if(data128.window === undefined){
data128.window = "24h";
}
for(const key22 in data128){
if(!(((key22 === "max") || (key22 === "percent")) || (key22 === "window"))) errors++;
}
let data129 = data128.max;
if(!(((typeof data129 == "number") && (!(data129 % 1) && !isNaN(data129))) && (isFinite(data129)))) errors++;
if((typeof data129 == "number") && (isFinite(data129))){
if(data129 < 0 || isNaN(data129)) errors++;
}
let data130 = data128.percent;
if(!(((typeof data130 == "number") && (!(data130 % 1) && !isNaN(data130))) && (isFinite(data130)))) errors++;
if((typeof data130 == "number") && (isFinite(data130))){
if(data130 > 100 || isNaN(data130)) errors++;
if(data130 < 0 || isNaN(data130)) errors++;
}
if(!fits(data128.window, pattern20)) errors++;
}
else errors++;
let data132 = data127.newGrants;
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
if(data132.max === undefined){
data132.max = 20;
}
if(data132.privileged === undefined){
data132.privileged = 5;
}
for(const key23 in data132){
if(!((key23 === "max") || (key23 === "privileged"))) errors++;
}
let data133 = data132.max;
if(!(((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133))) && (isFinite(data133)))) errors++;
if((typeof data133 == "number") && (isFinite(data133))){
if(data133 < 0 || isNaN(data133)) errors++;
}
let data134 = data132.privileged;
if(!(((typeof data134 == "number") && (!(data134 % 1) && !isNaN(data134))) && (isFinite(data134)))) errors++;
if((typeof data134 == "number") && (isFinite(data134))){
if(data134 < 0 || isNaN(data134)) errors++;
}
}
else errors++;
let data135 = data127.protect;
if(Array.isArray(data135)){
errors += misfits(data135, pattern4);
if(twins(data135)) errors++;
}
else errors++;
}
else errors++;
if(data.breakGlass !== undefined){
let data137 = data.breakGlass;
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
if(data137.who === undefined) errors++;
if(data137.roles === undefined) errors++;
if(data137.maxDuration === undefined) errors++;
if(data137.reviewWithin === undefined) errors++;
for(const key24 in data137){
if(!((((key24 === "who") || (key24 === "roles")) || (key24 === "maxDuration")) || (key24 === "reviewWithin"))) errors++;
}
if(data137.who !== undefined){
let data138 = data137.who;
if(Array.isArray(data138)){
if(data138.length < 1) errors++;
errors += misfits(data138, pattern4);
if(twins(data138)) errors++;
}
else errors++;
}
if(data137.roles !== undefined){
let data140 = data137.roles;
if(Array.isArray(data140)){
if(data140.length < 1) errors++;
errors += misfits(data140, pattern4);
if(twins(data140)) errors++;
}
else errors++;
}
if(data137.maxDuration !== undefined && (!fits(data137.maxDuration, pattern20))) errors++;
if(data137.reviewWithin !== undefined && (!fits(data137.reviewWithin, pattern20))) errors++;
}
else errors++;
}
let data144 = data.unmanaged;
if(data144 && typeof data144 == "object" && !Array.isArray(data144)){
if(data144.mode === undefined){
data144.mode = "report";
}
if(data144.ignore === undefined){
data144.ignore = ["service-agents","pim","pam","inherited"];
}
for(const key25 in data144){
if(!((key25 === "mode") || (key25 === "ignore"))) errors++;
}
let data145 = data144.mode;
if(typeof data145 !== "string") errors++;
if(!((data145 === "report") || (data145 === "ignore"))) errors++;
let data146 = data144.ignore;
if(Array.isArray(data146)){
const len43 = data146.length;
for(let i64=0; i64<len43; i64++){
let data147 = data146[i64];
if(typeof data147 !== "string") errors++;
if(!((((data147 === "service-agents") || (data147 === "pim")) || (data147 === "pam")) || (data147 === "inherited"))) errors++;
}
if(twins(data146)) errors++;
}
else errors++;
}
else errors++;
let data148 = data.notices;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.before === undefined){
data148.before = ["24h","1h"];
}
if(data148.to === undefined){
data148.to = ["principal","approvers"];
}
for(const key26 in data148){
if(!((key26 === "before") || (key26 === "to"))) errors++;
}
let data149 = data148.before;
if(Array.isArray(data149)){
errors += misfits(data149, pattern20);
if(twins(data149)) errors++;
}
else errors++;
let data151 = data148.to;
if(Array.isArray(data151)){
const len45 = data151.length;
for(let i68=0; i68<len45; i68++){
let data152 = data151[i68];
if(typeof data152 !== "string") errors++;
if(!((data152 === "principal") || (data152 === "approvers"))) errors++;
}
if(twins(data151)) errors++;
}
else errors++;
}
else errors++;
let data153 = data.prune;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.after === undefined){
data153.after = "1h";
}
for(const key27 in data153){
if(!(key27 === "after")) errors++;
}
if(!fits(data153.after, pattern20)) errors++;
}
else errors++;
let data155 = data.heartbeat;
if(data155 && typeof data155 == "object" && !Array.isArray(data155)){
if(data155.maxAge === undefined){
data155.maxAge = "90m";
}
for(const key28 in data155){
if(!(key28 === "maxAge")) errors++;
}
if(!fits(data155.maxAge, pattern20)) errors++;
}
else errors++;
}
else errors++;
return errors === 0;
}

export const recall = validate25;

function validate25(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.principal === undefined) errors++;
if(data.since === undefined) errors++;
if(data.reason === undefined) errors++;
for(const key0 in data){
if(!((((key0 === "principal") || (key0 === "since")) || (key0 === "reason")) || (key0 === "lockdown"))) errors++;
}
if(data.principal !== undefined && (!fits(data.principal, pattern79))) errors++;
if(data.since !== undefined && (!fits(data.since, pattern18))) errors++;
if(data.reason !== undefined && (!fits(data.reason, pattern7))) errors++;
if(data.lockdown !== undefined && (typeof data.lockdown !== "boolean")) errors++;
}
else errors++;
return errors === 0;
}

export const override = validate26;
const pattern118 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate26(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.withdraws === undefined){
data.withdraws = [];
}
if(data.grants === undefined){
data.grants = [];
}
if(data.expires === undefined) errors++;
if(data.reason === undefined) errors++;
for(const key0 in data){
if(!((((key0 === "withdraws") || (key0 === "grants")) || (key0 === "expires")) || (key0 === "reason"))) errors++;
}
let data0 = data.withdraws;
if(Array.isArray(data0)){
errors += misfits(data0, pattern118);
if(twins(data0)) errors++;
}
else errors++;
let data2 = data.grants;
if(Array.isArray(data2)){
errors += misfits(data2, pattern118);
if(twins(data2)) errors++;
}
else errors++;
if(data.expires !== undefined && (!fits(data.expires, pattern18))) errors++;
if(data.reason !== undefined && (!fits(data.reason, pattern7))) errors++;
}
else errors++;
return errors === 0;
}

export const cases = validate27;

function validate27(data){
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.now === undefined) errors++;
if(data.cases === undefined) errors++;
for(const key0 in data){
if(!((key0 === "now") || (key0 === "cases"))) errors++;
}
if(data.now !== undefined && (!fits(data.now, pattern18))) errors++;
if(data.cases !== undefined){
let data1 = data.cases;
if(Array.isArray(data1)){
if(data1.length < 1) errors++;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.refusedBy === undefined){
data2.refusedBy = [];
}
if(data2.warnedBy === undefined){
data2.warnedBy = [];
}
if(data2.name === undefined) errors++;
if(data2.team === undefined) errors++;
if(data2.grant === undefined) errors++;
for(const key1 in data2){
if(!(keys2.has(key1))) errors++;
}
if(data2.name !== undefined && (!fits(data2.name, pattern8))) errors++;
if(data2.team !== undefined && (!fits(data2.team, pattern4))) errors++;
if(data2.id !== undefined && (!fits(data2.id, pattern4))) errors++;
if(data2.now !== undefined && (!fits(data2.now, pattern18))) errors++;
if(data2.grant !== undefined && (!fits(data2.grant, pattern7))) errors++;
if(data2.held !== undefined){
let data8 = data2.held;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.principal === undefined) errors++;
if(data9.role === undefined) errors++;
if(data9.place === undefined) errors++;
if(data9.until === undefined) errors++;
for(const key2 in data9){
if(!(((((key2 === "principal") || (key2 === "role")) || (key2 === "place")) || (key2 === "from")) || (key2 === "until"))) errors++;
}
if(data9.principal !== undefined && (!fits(data9.principal, pattern4))) errors++;
if(data9.role !== undefined && (!fits(data9.role, pattern4))) errors++;
if(data9.place !== undefined && (!fits(data9.place, pattern4))) errors++;
if(data9.from !== undefined && (!fits(data9.from, pattern18))) errors++;
if(data9.until !== undefined && (!fits(data9.until, pattern18))) errors++;
}
else errors++;
}
}
else errors++;
}
if(data2.history !== undefined){
let data15 = data2.history;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.principal === undefined) errors++;
if(data16.role === undefined) errors++;
if(data16.place === undefined) errors++;
if(data16.to === undefined) errors++;
if(data16.from === undefined) errors++;
for(const key3 in data16){
if(!(((((key3 === "principal") || (key3 === "role")) || (key3 === "place")) || (key3 === "from")) || (key3 === "to"))) errors++;
}
if(data16.principal !== undefined && (!fits(data16.principal, pattern4))) errors++;
if(data16.role !== undefined && (!fits(data16.role, pattern4))) errors++;
if(data16.place !== undefined && (!fits(data16.place, pattern4))) errors++;
if(data16.from !== undefined && (!fits(data16.from, pattern18))) errors++;
if(data16.to !== undefined && (!fits(data16.to, pattern18))) errors++;
}
else errors++;
}
}
else errors++;
}
let data22 = data2.refusedBy;
if(Array.isArray(data22)){
errors += misfits(data22, pattern4);
if(twins(data22)) errors++;
}
else errors++;
let data24 = data2.warnedBy;
if(Array.isArray(data24)){
errors += misfits(data24, pattern4);
if(twins(data24)) errors++;
}
else errors++;
if(data2.approvals !== undefined){
let data26 = data2.approvals;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))) errors++;
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)) errors++;
}
}
if(data2.approvers !== undefined){
let data27 = data2.approvers;
if(Array.isArray(data27)){
errors += misfits(data27, pattern4);
if(twins(data27)) errors++;
}
else errors++;
}
}
else errors++;
}
}
else errors++;
}
}
else errors++;
return errors === 0;
}

function fits(value, pattern) {
return typeof value === "string" && pattern.test(value);
}
function misfits(list, pattern) {
let count = 0;
for(const item of list) if(!fits(item, pattern)) count++;
return count;
}
function twins(list) {
const seen = new Set();
for(const item of list){
if(seen.has(item)) return true;
if(typeof item === "string") seen.add(item);
}
return false;
}
