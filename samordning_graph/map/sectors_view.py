from samordning_graph.map.view import View
from samordning_graph.map.frame import Box
def view(graph):
    return View(id="sectors", name="sectors", meaning="m", nodes=(), positions={}, ties=(), regions=(), whole=Box(-100,-100,200,200))
def matrix(graph):
    return None
