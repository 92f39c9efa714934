"""Small invented networks, of the shapes that other programs write."""

from pathlib import Path

from samordning_graph.input.foreign.import_network import ImportedNetwork, import_network

GEPHI_NODES = """\
Id,Label,Kategori,Sektor,Modularity Class
1,Boligkontoret,enhet,bolig,0
2,Rustjenesten,enhet,helse,0
3,Fengselet,fengsel,,1
4,Boligforum,møte,,1
"""
GEPHI_EDGES = """\
Source,Target,Type,Id,Label,Weight
1,2,Undirected,0,samarbeider med,2.0
1,3,Undirected,1,avtale om løslatelse,1.0
2,3,Directed,2,henviser til,1.0
1,4,Undirected,3,,1.0
2,4,Undirected,4,deltar i,1.0
"""
KUMU = """\
{"elements": [
  {"_id": "e1", "attributes": {"label": "Boligkontoret", "element type": "Organization", "tags": ["a", "b"]}},
  {"_id": "e2", "attributes": {"label": "Kirkens sted", "element type": "NGO", "description": "Nattely"}},
  {"_id": "e3", "attributes": {"label": "Ola", "element type": "Person"}}],
 "connections": [
  {"from": "e1", "to": "e2", "direction": "mutual", "attributes": {"connection type": "Collaborates with"}},
  {"from": "e1", "to": "e3", "direction": "directed", "attributes": {"connection type": "Knows"}},
  {"from": "e2", "to": "e1", "direction": "directed", "attributes": {"connection type": "Funds"}}],
 "maps": [{"name": "Kart"}]}
"""
GRAPHML = """\
<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<graph edgedefault="directed">
<key id="d0" for="node" attr.name="name" attr.type="string"/>
<key id="d1" for="node" attr.name="type" attr.type="string"/>
<key id="d2" for="edge" attr.name="type" attr.type="string"/>
<node id="n0"><data key="d0">Boligkontoret</data><data key="d1">Department</data></node>
<node id="n1"><data key="d0">Boligseminaret</data><data key="d1">Seminar</data></node>
<node id="n2"><data key="d0">Rus</data></node>
<edge source="n0" target="n1"><data key="d2">Participated to</data></edge>
<edge source="n0" target="n2"><data key="d2">knows</data></edge>
</graph>
</graphml>
"""
YED = """\
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d6" for="node" yfiles.type="nodegraphics"/>
<graph edgedefault="undirected">
<node id="n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Bolig</y:NodeLabel></y:ShapeNode></data></node>
<node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Rus</y:NodeLabel></y:ShapeNode></data></node>
<edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge/></data></edge>
</graph>
</graphml>
"""
OLD_GEXF = """\
<?xml version="1.0"?>
<gexf xmlns="http://www.gephi.org/gexf" xmlns:viz="http://www.gephi.org/gexf/viz">
<graph type="static">
<attributes class="node"><attribute id="x" title="label"/><attribute id="y" title="categorie"/></attributes>
<nodes>
<node id="0" label="&quot;Bolig&quot;"><viz:color r="1" g="2" b="3"/>
<attvalues><attvalue id="0" value="&quot;Bolig&quot;"/><attvalue id="1" value="enhet"/></attvalues></node>
<node id="1" label="Rus"/>
</nodes>
<edges><edge id="0" source="0" target="1" type="directed" weight="1.0"/>
<edge id="1" source="1" target="0" type="undirected"/></edges>
</graph></gexf>
"""


def imported(folder: Path, mapping: tuple[str, ...] = (), **files: str) -> ImportedNetwork:
    """Return what the files, by name with `_` for the dot, are read as."""
    paths = []
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        path = folder / f"{stem}.{suffix}"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return import_network(paths, mapping)


def table(network: ImportedNetwork, name: str, *columns: str) -> list[tuple[str, ...]]:
    """Return some columns of a table, empty cells as empty texts."""
    return [tuple(row.get(column, "") for column in columns) for row in network.rows.get(name, ())]
